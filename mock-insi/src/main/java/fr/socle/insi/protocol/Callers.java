package fr.socle.insi.protocol;

import fr.socle.insi.service.Credentials;
import fr.socle.insi.service.Credentials.Statement;
import fr.socle.insi.service.InsiCaller;
import org.jspecify.annotations.Nullable;

/** Who calls, as a request shows it to the gateway. */
final class Callers {
  private Callers() {}

  static InsiCaller of(InsiRequest read, AccessMode mode) {
    OrganisationCertificate certificate = read.certificate();
    String name = certificate == null ? null : certificate.commonName();
    ContexteLps lps = read.lps();
    ContexteBam bam = read.bam();
    return new InsiCaller(
        certificate != null && name == null ? "" : name,
        lps != null,
        lps == null ? null : lps.idam(),
        bam != null && bam.couverture() != null,
        read.messageId(),
        new Credentials(
            mode == AccessMode.ASSERTION,
            read.professional().map(Callers::professional).orElse(null),
            read.vitale().map(each -> statement(each, defect(each))).orElse(null),
            read.token()));
  }

  /** A Vitale signature, of which only the digest can be checked, proves no professional. */
  private static Statement professional(SamlAssertion assertion) {
    AssertionSignature signature = assertion.signature();
    return statement(
        assertion,
        signature != null && signature.isOfVitale()
            ? "Elle dit venir d'une carte Vitale, non du professionnel."
            : defect(assertion));
  }

  private static @Nullable String defect(SamlAssertion assertion) {
    AssertionSignature signature = assertion.signature();
    return signature == null ? null : signature.defect();
  }

  private static Statement statement(SamlAssertion assertion, @Nullable String defect) {
    AssertionSignature signature = assertion.signature();
    String id = assertion.id();
    String name = assertion.nameId();
    return new Statement(
        id == null ? "" : id,
        assertion.issued().orElse(null),
        assertion.kind(),
        name == null ? "" : name,
        defect,
        signature != null,
        signature == null ? null : signature.certificate());
  }
}
