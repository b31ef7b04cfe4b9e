package fr.socle.bench.pki;

import fr.socle.bench.pki.ClientIdentity.ClientFiles;

/**
 * A client identity the PKI can give, made or not yet.
 *
 * @param name kebab case name for {@link TestPki#client(String)}
 * @param subject subject DN, text form of RFC 2253
 * @param description one line in French
 * @param good whether nothing is wrong with it on purpose
 * @param files where its files are, once made
 */
public record ClientProfile(
    String name, String subject, String description, boolean good, ClientFiles files) {}
