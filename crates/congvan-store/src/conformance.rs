//! What every journal must do: one case per promise, to be run on a store of your own.
