package fr.socle.bench.pki;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the certificates of a bench must cover.
 *
 * @param hosts names and addresses, besides localhost, 127.0.0.1 and ::1, the server certificates
 *     are valid for; lower case
 * @param insiServerName common name of {@link ServerIdentity#INSI}
 * @param serverValidity life of the server authority and of what it issued
 * @param extraClientAuthorities PEM files of further authorities whose client certificates are
 *     accepted
 * @param cardHolder holder of the standard CPS card
 */
public record PkiOptions(
    Set<String> hosts,
    String insiServerName,
    Duration serverValidity,
    List<Path> extraClientAuthorities,
    CardHolder cardHolder) {

  /** Options, checked. */
  public PkiOptions {
    hosts = Collections.unmodifiableSet(new TreeSet<>(hosts));
    extraClientAuthorities = List.copyOf(extraClientAuthorities);
    for (String host : hosts) {
      if (!host.matches("[a-z0-9._:-]+")) {
        throw new IllegalArgumentException(
            "Nom d'hôte « " + host + " » incorrect : donnez un nom DNS ou une adresse IP.");
      }
    }
    if (serverValidity.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "Durée des certificats de serveur trop courte : donnez au moins un jour.");
    }
  }

  /** The options of a bench on the loopback interface. */
  public static PkiOptions defaults() {
    return builder().build();
  }

  /** A builder holding the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PkiOptions}. */
  public static final class Builder {
    private final Set<String> hosts = new LinkedHashSet<>();
    // The suffix services-ps-tlsm.ameli.fr is looked for by one client, insi.md 2.2 (S:3).
    private String insiServerName = "qualiflps-services-ps-tlsm.ameli.fr";
    private Duration serverValidity = Duration.ofDays(30);
    private List<Path> extraClientAuthorities = List.of();
    private CardHolder cardHolder =
        new CardHolder("899990000020", "FICTIVAL", "CAMILLE", "Médecin");

    private Builder() {}

    /** Adds a host name or an IP address the server certificates must be valid for. */
    public Builder host(String host) {
      hosts.add(host.toLowerCase(Locale.ROOT));
      return this;
    }

    /** Adds several hosts. */
    public Builder hosts(Collection<String> all) {
      all.forEach(this::host);
      return this;
    }

    /** Sets the common name of INSi's server certificate. */
    public Builder insiServerName(String name) {
      this.insiServerName = name;
      return this;
    }

    /** Sets the life of the server certificates; 30 days unless told. */
    public Builder serverValidity(Duration validity) {
      this.serverValidity = validity;
      return this;
    }

    /** Sets the PEM files of further client authorities to accept. */
    public Builder extraClientAuthorities(List<Path> files) {
      this.extraClientAuthorities = files;
      return this;
    }

    /** Sets the holder of the standard CPS card. */
    public Builder cardHolder(CardHolder holder) {
      this.cardHolder = holder;
      return this;
    }

    /** The options. */
    public PkiOptions build() {
      return new PkiOptions(
          hosts, insiServerName, serverValidity, extraClientAuthorities, cardHolder);
    }
  }
}
