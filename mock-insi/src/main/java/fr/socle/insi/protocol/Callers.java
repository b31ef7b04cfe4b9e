package fr.socle.insi.protocol;

import fr.socle.insi.service.Credentials;
import fr.socle.insi.service.Credentials.Statement;
import fr.socle.insi.service.InsiCaller;

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
            read.professional().map(Callers::statement).orElse(null),
            read.vitale().map(Callers::statement).orElse(null),
            read.token()));
  }

  private static Statement statement(SamlAssertion assertion) {
    AssertionSignature signature = assertion.signature();
    String id = assertion.id();
    String name = assertion.nameId();
    return new Statement(
        id == null ? "" : id,
        assertion.issued().orElse(null),
        assertion.kind(),
        name == null ? "" : name,
        signature == null ? null : signature.defect(),
        signature != null,
        signature == null ? null : signature.certificate());
  }
}
