"""How the ear is trained: `./run train`. Needs scikit-learn (the `train` extra); the daemon never does."""
