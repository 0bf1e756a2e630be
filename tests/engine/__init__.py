"""Tests of the engine and the network."""
