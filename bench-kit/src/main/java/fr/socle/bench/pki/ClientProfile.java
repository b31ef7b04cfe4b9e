package fr.socle.bench.pki;

import fr.socle.bench.pki.ClientIdentity.ClientFiles;

/**
 * A client identity the PKI can give, made or not yet.
 *
 * @param name kebab case name for {@link TestPki#client(String)}
 * @param description one line in French
 * @param good whether nothing is wrong with it on purpose
 * @param files where its files are, once made
 */
public record ClientProfile(String name, String description, boolean good, ClientFiles files) {}
