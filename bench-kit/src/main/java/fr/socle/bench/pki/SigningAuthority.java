package fr.socle.bench.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** An authority that can sign. */
record SigningAuthority(X509Certificate certificate, PrivateKey key) {}
