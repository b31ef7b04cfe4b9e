package fr.socle.bench.pki;

import java.time.Instant;

/** When a certificate is valid, bounds included. */
record Validity(Instant from, Instant to) {}
