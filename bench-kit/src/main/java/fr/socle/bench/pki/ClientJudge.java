package fr.socle.bench.pki;

import fr.socle.bench.pki.ClientCertificateVerdict.Reason;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says in French whether a chain may authenticate a client, and why not. */
final class ClientJudge {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final Set<String> CLIENT_PURPOSES = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm", Locale.FRENCH)
          .withZone(ZoneId.of("Europe/Paris"));

  private final List<X509Certificate> authorities;
  private final List<X509CRL> crls;

  ClientJudge(List<X509Certificate> authorities, List<X509CRL> crls) {
    this.authorities = authorities;
    this.crls = crls;
  }

  ClientCertificateVerdict judge(List<X509Certificate> chain, Instant now) {
    if (chain.isEmpty()) {
      return new ClientCertificateVerdict(
          Reason.ABSENT,
          "Aucun certificat client n'a été présenté : configurez dans votre logiciel un certificat"
              + " du dossier clients du banc, avec sa clé.");
    }
    X509Certificate leaf = chain.get(0);
    Optional<Path> path = path(chain);
    if (path.isEmpty()) {
      return new ClientCertificateVerdict(Reason.UNKNOWN_AUTHORITY, unknownAuthority(chain));
    }
    for (X509Certificate certificate : path.get().certificates()) {
      Instant from = certificate.getNotBefore().toInstant();
      Instant to = certificate.getNotAfter().toInstant();
      String name = certificate.getSubjectX500Principal().getName();
      if (now.isAfter(to)) {
        return new ClientCertificateVerdict(
            Reason.EXPIRED,
            "Le certificat client « "
                + name
                + " » est expiré depuis le "
                + DATE.format(to)
                + " : remplacez-le par un certificat en cours de validité.");
      }
      if (now.isBefore(from)) {
        return new ClientCertificateVerdict(
            Reason.NOT_YET_VALID,
            "Le certificat client « "
                + name
                + " » n'est pas encore valable (il le sera le "
                + DATE.format(from)
                + ") : présentez celui qui est en cours de validité, et vérifiez l'heure.");
      }
      if (revoked(certificate)) {
        return new ClientCertificateVerdict(
            Reason.REVOKED,
            "Le certificat client « "
                + name
                + " » est révoqué : son numéro figure dans la liste de révocation de son autorité."
                + " Remplacez-le.");
      }
    }
    return use(leaf)
        .or(() -> rfc5280(path.get(), now))
        .orElseGet(
            () ->
                new ClientCertificateVerdict(
                    Reason.ACCEPTED,
                    "Certificat client « "
                        + leaf.getSubjectX500Principal().getName()
                        + " » accepté."));
  }

  /** The authority of ours that a chain leads to. */
  Optional<X509Certificate> authority(List<X509Certificate> chain) {
    return path(chain).map(Path::anchor);
  }

  private String unknownAuthority(List<X509Certificate> chain) {
    X509Certificate last = chain.get(chain.size() - 1);
    boolean nameKnown =
        authorities.stream()
            .map(X509Certificate::getSubjectX500Principal)
            .anyMatch(last.getIssuerX500Principal()::equals);
    return nameKnown
        ? "Le certificat client porte le nom de l'autorité « "
            + last.getIssuerX500Principal().getName()
            + " » du banc mais n'est pas signé par elle : il vient d'un autre banc ou d'un ancien"
            + " dossier. Reprenez celui du dossier clients."
        : "L'autorité « "
            + last.getIssuerX500Principal().getName()
            + " » du certificat client est inconnue du banc : présentez un certificat de son"
            + " dossier clients, ou déclarez votre autorité au démarrage (--client-ca).";
  }

  /** From the certificate to an authority of ours, whatever order the issuers came in. */
  private Optional<Path> path(List<X509Certificate> chain) {
    List<X509Certificate> certificates = new ArrayList<>(List.of(chain.get(0)));
    List<X509Certificate> unused = new ArrayList<>(chain.subList(1, chain.size()));
    while (true) {
      X509Certificate last = certificates.get(certificates.size() - 1);
      Optional<X509Certificate> anchor = issuer(last, authorities);
      if (anchor.isPresent()) {
        return Optional.of(new Path(List.copyOf(certificates), anchor.get()));
      }
      Optional<X509Certificate> next = issuer(last, unused);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      unused.remove(next.get());
      certificates.add(next.get());
    }
  }

  private static Optional<X509Certificate> issuer(
      X509Certificate certificate, List<X509Certificate> candidates) {
    return candidates.stream().filter(candidate -> signed(certificate, candidate)).findFirst();
  }

  private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean revoked(X509Certificate certificate) {
    return crls.stream()
        .anyMatch(
            crl ->
                crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                    && crl.isRevoked(certificate));
  }

  private static Optional<ClientCertificateVerdict> use(X509Certificate leaf) {
    String name = leaf.getSubjectX500Principal().getName();
    try {
      List<String> purposes = leaf.getExtendedKeyUsage();
      if (purposes != null && purposes.stream().noneMatch(CLIENT_PURPOSES::contains)) {
        return Optional.of(
            notClient(name, "son usage étendu ne contient pas l'authentification de client"));
      }
      boolean[] usage = leaf.getKeyUsage();
      if (usage != null && !usage[DIGITAL_SIGNATURE]) {
        return Optional.of(notClient(name, "sa clé ne peut pas signer une négociation TLS"));
      }
      if (usage != null && purposes == null && usage[NON_REPUDIATION] && !usage[KEY_ENCIPHERMENT]) {
        return Optional.of(notClient(name, "c'est un certificat de signature de documents"));
      }
      return Optional.empty();
    } catch (CertificateParsingException e) {
      return Optional.of(notClient(name, "son usage étendu est illisible"));
    }
  }

  private static ClientCertificateVerdict notClient(String name, String why) {
    return new ClientCertificateVerdict(
        Reason.NOT_CLIENT,
        "Le certificat « "
            + name
            + " » n'est pas un certificat client : "
            + why
            + ". Présentez le certificat d'authentification.");
  }

  private static Optional<ClientCertificateVerdict> rfc5280(Path path, Instant now) {
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(path.certificates()),
              parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(
          new ClientCertificateVerdict(
              Reason.INVALID,
              "La chaîne du certificat client ne respecte pas la RFC 5280 (section 6) : "
                  + e.getMessage()
                  + ". Faites émettre un certificat conforme."));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Validation de chaîne absente de ce JDK.", e);
    }
  }

  /** Certificates from the end one up to, and without, the authority. */
  private record Path(List<X509Certificate> certificates, X509Certificate anchor) {}
}
