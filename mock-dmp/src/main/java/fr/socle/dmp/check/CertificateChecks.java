package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.callerOfKnownMode;
import static fr.socle.dmp.check.DmpRules.onVihf;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.pki.SubjectName;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.protocol.DmpOperation;
import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.SignerControls;
import fr.socle.dmp.service.Vihf;
import fr.socle.dmp.service.VihfAttribute;
import fr.socle.dmp.service.VihfControl;
import fr.socle.exigences.RuleSource;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** DMP-T05 and DMP-T06: the VIHF against the connection and against the request. */
final class CertificateChecks {
  private static final String TLS = "certificat client de la connexion";

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onVihf(
              "DMP-T05-1",
              RuleSource.VU,
              "1.1, 2.5 (S:KIT, 526)",
              "En mode direct, la connexion présente le certificat d'authentification de la carte.",
              CertificateChecks::direct),
          onVihf(
              "DMP-T05-2",
              RuleSource.VU,
              "1.1, 2.5 (S:KIT, DRIM)",
              "Hors du mode direct, la connexion présente le certificat de la structure.",
              CertificateChecks::indirect),
          onVihf(
              "DMP-T05-3",
              // Without a number of requirement: seen, not read.
              RuleSource.VU,
              "2.2 (S:MSG, KIT), 2.6 (S:DEVBOX)",
              "Hors du mode direct, Identifiant_Structure est la structure des certificats (OU).",
              CertificateChecks::structure),
          onVihf(
              "DMP-T05-4",
              RuleSource.SUPPOSE,
              "1.2, Q4 (A)",
              "En mode direct, NameID est le porteur de la carte.",
              CertificateChecks::holder),
          onVihf(
              "DMP-T05-5",
              RuleSource.TEXTE,
              "2.6 (S:DEH, refus vu du service)",
              "Le professionnel est rattaché à la structure du VIHF.",
              CertificateChecks::linked),
          onVihf(
              "DMP-T05-6",
              RuleSource.VU,
              "2.4 (S:DEH)",
              "En mode direct, la carte qui signe le VIHF est celle de la connexion.",
              CertificateChecks::sameCard),
          onVihf(
              "DMP-T06-1",
              RuleSource.VU,
              "1.3, 1.10 (S:DEH, MSG)",
              "Le patient du VIHF est celui de la requête, OID compris.",
              CertificateChecks::patient));

  private CertificateChecks() {}

  private static void direct(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = callerOfKnownMode(exchange.message());
    if (caller != null && caller.mode() == AuthenticationMode.DIRECTE && caller.card() == null) {
      findings.add(
          TLS,
          "le certificat d'authentification d'une carte CPS, CPF ou CPE",
          subject(exchange),
          "Ouvrez la connexion avec la carte du professionnel, ou passez en mode indirect.");
    }
  }

  private static void indirect(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = exchange.message().caller();
    if (caller != null && caller.mode() != AuthenticationMode.DIRECTE && caller.card() != null) {
      findings.add(
          TLS,
          "le certificat ORG AUTH_CLI de la structure",
          subject(exchange),
          "Ouvrez la connexion avec le certificat de la structure, non avec une carte.");
    }
  }

  private static void structure(
      Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = callerOfKnownMode(exchange.message());
    if (caller == null || caller.mode() == AuthenticationMode.DIRECTE || caller.card() != null) {
      return;
    }
    Vihf.Signature signature = vihf.signature();
    List<String> others =
        Stream.of(
                other(caller, exchange.message().request().certificate(), "de la connexion"),
                other(
                    caller,
                    signature == null ? null : signature.certificate(),
                    "qui signe le VIHF"))
            .flatMap(Optional::stream)
            .toList();
    if (!others.isEmpty()) {
      findings.add(
          VihfAttribute.STRUCTURE.path(),
          String.join(" ; ", others),
          DmpRules.shown(caller.structure()),
          "Mettez dans Identifiant_Structure l'OU des certificats de la structure : celui de la"
              + " connexion et celui qui signe sont de la même.");
    }
  }

  /** The structure of a certificate, in words, when it is not that of the caller. */
  private static Optional<String> other(
      DmpCaller caller, @Nullable X509Certificate certificate, String which) {
    List<String> said = certificate == null ? List.of() : SubjectName.of(certificate).values("OU");
    return certificate == null || said.contains(caller.structure())
        ? Optional.empty()
        : Optional.of(
            (said.isEmpty() ? "aucun OU" : String.join(", ", said)) + ", du certificat " + which);
  }

  private static void holder(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = exchange.message().caller();
    X509Certificate certificate = exchange.message().request().certificate();
    if (caller == null || caller.card() == null || certificate == null) {
      return;
    }
    String holder = SubjectName.of(certificate).commonName().orElse("");
    if (caller.mode() == AuthenticationMode.DIRECTE && !holder.equals(caller.nationalId())) {
      findings.add(
          "/Envelope/Header/Security/Assertion/Subject/NameID",
          holder,
          DmpRules.shown(caller.nationalId()),
          "Mettez dans NameID l'identifiant lu sur la carte.");
    }
  }

  private static void linked(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    String failed = exchange.message().failed().get(VihfControl.RATTACHEMENT);
    if (failed != null) {
      findings.add(
          VihfAttribute.STRUCTURE.path(),
          "une structure où exerce " + DmpRules.shown(vihf.nameId()),
          vihf.text(VihfAttribute.STRUCTURE).orElse("absent"),
          "Mettez dans Identifiant_Structure une structure où ce professionnel exerce, telle que sa"
              + " carte ou Pro Santé Connect la donne.");
    }
  }

  private static void sameCard(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = exchange.message().caller();
    X509Certificate connection = exchange.message().request().certificate();
    X509Certificate signer = vihf.signature() == null ? null : vihf.signature().certificate();
    if (caller != null
        && caller.mode() == AuthenticationMode.DIRECTE
        && caller.card() != null
        && connection != null
        && signer != null
        && !SignerControls.isOneBearer(connection, signer)) {
      findings.add(
          "/Envelope/Header/Security/Assertion/Signature/KeyInfo/X509Data/X509Certificate",
          SubjectName.of(connection).text(),
          SubjectName.of(signer).text(),
          "Ouvrez la connexion et signez le VIHF avec la même carte.");
    }
  }

  private static void patient(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpOperation operation = exchange.message().operation();
    Optional<PatientId> asked =
        operation == null
            ? Optional.empty()
            : exchange.message().request().body().flatMap(operation::patient);
    Optional<PatientId> written = vihf.patient();
    if (asked.isPresent() && written.isPresent() && !asked.get().equals(written.get())) {
      findings.add(
          VihfAttribute.RESOURCE_ID.path(),
          asked.get().composite(),
          written.get().composite(),
          "Faites le VIHF pour le patient de la requête : même INS, même OID.");
    }
  }

  private static String subject(CheckedExchange<DmpMessage> exchange) {
    X509Certificate certificate = exchange.message().request().certificate();
    return certificate == null ? "aucun" : SubjectName.of(certificate).text();
  }
}
