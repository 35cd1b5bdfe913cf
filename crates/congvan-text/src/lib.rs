//! Reads TOML and JSON with every error located, matches Vietnamese names, and says things in two languages
