package fr.socle.lps.banc;

import java.nio.file.Path;

/**
 * A client key and its certificate.
 *
 * @param name name in the descriptor, for instance {@code insi-manu}
 * @param pkcs12 PKCS#12 file
 * @param password its password
 */
public record KeyStoreFile(String name, Path pkcs12, String password) {}
