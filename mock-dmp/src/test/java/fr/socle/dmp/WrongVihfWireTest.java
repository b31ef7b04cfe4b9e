package fr.socle.dmp;

import static fr.socle.dmp.WireClient.identity;
import static fr.socle.dmp.WireClient.post;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong VIHF of dmp.md 2.6, over mutual TLS: its fault, and nothing of the record. */
class WrongVihfWireTest {
  private static final String OURS = "MOCK_VIHF_INVALID";
  private static final String CERTIFICATE = "DMPInvalidCertificate";
  private static final String UNKNOWN_STRUCTURE = "499990000020002";
  private static final String HOLDER = "899990000020";
  private static final String PRACTICE = "499990000020001";
  // Of the hospital of the space, which is not the organisation of bench.json.
  private static final String NURSE = "899990000046";
  private static final String ROLE =
      "<AttributeValue><Role [^>]*code=\"SM26\"[^>]*/></AttributeValue>";

  private static Bench bench;
  private static SpaceDescriptor space;
  private static Patient patient;
  private static Patient other;
  private static String structure;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = Bench.start(BenchOptions.builder().services(new DmpMock()).pkiDirectory(pki).build());
    space =
        bench.createSpace(
            new SpaceRequest(
                null,
                null,
                Map.of(
                    "dmp.structures-inconnues", UNKNOWN_STRUCTURE,
                    "dmp.rattachement-banc", "non",
                    "dmp.control.age", "fault",
                    "dmp.control.age-air", "fault")));
    patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    other = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    structure = identity(space, "organisation-cachet").subject().replaceAll(".*OU=([^,]+).*", "$1");
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  /** A VIHF as it is sent. */
  @FunctionalInterface
  private interface Sent {
    String vihf() throws Exception;
  }

  /**
   * A wrong VIHF.
   *
   * @param what what is wrong
   * @param connection identity of the connection
   * @param sent the VIHF
   * @param subcode subcode of its fault
   * @param text words of its fault
   */
  private record Wrong(String what, String connection, Sent sent, String subcode, String text) {
    @Override
    public String toString() {
      return what;
    }
  }

  @Test
  void theSameOnesUnbentAreTaken() throws Exception {
    assertThat(answer("organisation", air(v -> v).vihf()).statusCode()).isEqualTo(200);
    assertThat(answer("organisation", indirect(v -> v).vihf()).statusCode()).isEqualTo(200);
    assertThat(answer("cps-authentification", direct(v -> v).vihf()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource
  void eachWrongOneGetsItsFault(Wrong wrong) throws Exception {
    HttpResponse<String> answer = answer(wrong.connection(), wrong.sent().vihf());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/soap+xml");
    assertThat(answer.body())
        .contains("<env:Value>env:Sender</env:Value>")
        .contains("<env:Value>env:" + wrong.subcode() + "</env:Value>")
        .contains(wrong.text())
        .doesNotContain("registrationEvent");
    List<Exchange> all = bench.exchanges(space.id(), 0, null).exchanges();
    Exchange last = all.get(all.size() - 1);
    assertThat(last.transaction()).isEqualTo("DMP TD0.2");
    assertThat(last.refusal().code()).isEqualTo(wrong.subcode());
  }

  static Stream<Wrong> eachWrongOneGetsItsFault() {
    return Stream.of(certificates(), people(), times(), attributes(), others())
        .flatMap(rows -> rows);
  }

  private static Stream<Wrong> certificates() {
    return Stream.of(
        air("authentication certificate", signedBy("organisation"), CERTIFICATE, "not a signature"),
        air("revoked", signedBy("revoque"), CERTIFICATE, "Cause : certificate revoked"),
        air("over", signedBy("expire"), CERTIFICATE, "Cause : certificate expired"),
        air("too early", signedBy("pas-encore-valide"), CERTIFICATE, "certificate not yet valid"),
        air("unknown", signedBy("autorite-inconnue"), CERTIFICATE, "unknown certification"),
        air(
            "issuer",
            air(v -> v.with("<Issuer", "<Issuer><!-- --></Issuer><Issuer")),
            OURS,
            "Issuer"),
        air(
            "changed once signed",
            () -> air(v -> v).vihf().replace("LPS FICTIF", "LPS AUTRE"),
            OURS,
            "signature du VIHF n'est pas juste"),
        air("unsigned", () -> text("organisation-cachet", v -> v), OURS, "n'est pas signé"),
        card(
            "another card",
            "organisation-cachet",
            OURS,
            "n'est pas celle qui a ouvert la connexion"),
        new Wrong("AIR by card", "cps-authentification", air(v -> v), OURS, "de la structure"),
        new Wrong("direct without card", "organisation", direct(v -> v), OURS, "de la carte"));
  }

  private static Stream<Wrong> people() {
    return Stream.of(
        card("unknown structure", direct(v -> v.with(PRACTICE, UNKNOWN_STRUCTURE)), "inconnue ou"),
        card("elsewhere", direct(v -> v.with(PRACTICE, "1990000009")), "n'est pas rattaché"),
        air(
            "not of the hospital",
            air(v -> v.with(Certificates.HOLDER, NURSE)),
            OURS,
            "Le professionnel " + NURSE + " n'est pas rattaché à la structure"),
        air("doctor", air(v -> v.bent(t -> t.replaceAll(ROLE, ""))), OURS, "spécialité"),
        air(
            "pharmacist",
            air(v -> v.bent(t -> t.replaceAll(ROLE, "").replace("code=\"10\"", "code=\"21\""))),
            OURS,
            "section"),
        air(
            "other structure",
            air(v -> v.with(">" + structure + "</Attr", ">1750999998</Attr")),
            OURS,
            "personne morale"),
        air(
            "other patient",
            air(v -> v.with(ins(patient) + "^", ins(other) + "^")),
            OURS,
            "n'est pas celui de la requête"),
        air(
            "other authority",
            air(v -> v.with(patient.ins().oid() + "&amp;ISO", "1.2.250.1.213.1.4.8&amp;ISO")),
            OURS,
            "n'est pas celui de la requête"));
  }

  private static Stream<Wrong> times() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return Stream.of(
        air("old", indirect(issued(now.minusSeconds(600))), OURS, "n'est plus valable"),
        air("old in AIR", air(issued(now.minusSeconds(200))), OURS, "En AIR"),
        air("future", indirect(issued(now.plusSeconds(600))), OURS, "daté du futur"),
        air("over", indirect(conditions("NotOnOrAfter", now.minusSeconds(1))), OURS, "bornes"),
        air("too early", indirect(conditions("NotBefore", now.plusSeconds(300))), OURS, "bornes"),
        air(
            "no instant",
            indirect(v -> v.bent(t -> t.replaceAll("IssueInstant=\"[^\"]*\"", ""))),
            OURS,
            "IssueInstant"));
  }

  private static Stream<Wrong> attributes() {
    Stream<Wrong> always =
        Stream.of(
                "VIHF_Version",
                "Identifiant_Structure",
                "urn:oasis:names:tc:xacml:2.0:subject:role",
                "Ressource_URN",
                "urn:oasis:names:tc:xspa:1.0:subject:purposeofuse",
                "LPS_Nom",
                "LPS_ID_HOMOLOGATION_DMP",
                "urn:oasis:names:tc:xspa:1.0:subject:subject-id")
            .map(name -> air("without " + name, air(v -> v.without(name)), OURS, name));
    return Stream.concat(
        always,
        Stream.of(
            card("no sector", direct(v -> v.without("Secteur_Activite")), "Secteur_Activite"),
            air(
                "no patient",
                air(v -> v.without("urn:oasis:names:tc:xacml:2.0:resource:resource-id")),
                OURS,
                "resource-id"),
            air("mode", air(v -> v.with(">INDIRECTE_RENFORCEE<", ">AIR<")), OURS, "« AIR »"),
            air(
                "no declaration",
                air(v -> v.bent(t -> t.replaceAll("<AuthnContextDecl>.*</AuthnContextDecl>", ""))),
                OURS,
                "AuthnContextDecl"),
            air("purpose", air(v -> v.with("\"normal\"", "\"urgence\"")), OURS, "purposeofuse"),
            air("ROR", air(v -> v.with("urn:dmp", "urn:ROR")), OURS, "Ressource_URN"),
            air(
                "nobody",
                air(v -> v.bent(t -> t.replaceAll("<NameID>[^<]*<", "<NameID><"))),
                OURS,
                "NameID")));
  }

  private static Stream<Wrong> others() {
    return Stream.of(new Wrong("no VIHF at all", "organisation", () -> "", OURS, "aucun VIHF"));
  }

  private static Wrong air(String what, Sent sent, String subcode, String text) {
    return new Wrong(what, "organisation", sent, subcode, text);
  }

  private static Wrong card(String what, Sent sent, String text) {
    return new Wrong(what, "cps-authentification", sent, OURS, text);
  }

  private static Wrong card(String what, String signer, String subcode, String text) {
    return new Wrong(
        what,
        "cps-authentification",
        () -> {
          Certificates.Identity another = identity(space, signer);
          return VihfText.direct(another.subject(), PRACTICE, now(), composite())
              .with("<NameID>" + Certificates.HOLDER, "<NameID>" + HOLDER)
              .signedBy(another);
        },
        subcode,
        text);
  }

  private static Sent signedBy(String name) {
    return () -> {
      Certificates.Identity identity = identity(space, name);
      return VihfText.air(identity.subject(), structure, now(), composite()).signedBy(identity);
    };
  }

  private static Sent air(UnaryOperator<VihfText> bend) {
    return () -> {
      Certificates.Identity seal = identity(space, "organisation-cachet");
      return bend.apply(VihfText.air(seal.subject(), structure, now(), composite())).signedBy(seal);
    };
  }

  private static Sent indirect(UnaryOperator<VihfText> bend) {
    return () -> {
      Certificates.Identity seal = identity(space, "organisation-cachet");
      return bend.apply(VihfText.indirect(seal.subject(), structure, now(), composite()))
          .signedBy(seal);
    };
  }

  private static Sent direct(UnaryOperator<VihfText> bend) {
    return () -> {
      Certificates.Identity card = identity(space, "cps-signature");
      return bend.apply(
              VihfText.direct(card.subject(), PRACTICE, now(), composite())
                  .with("<NameID>" + Certificates.HOLDER, "<NameID>" + HOLDER))
          .signedBy(card);
    };
  }

  private static String text(String name, UnaryOperator<VihfText> bend) throws Exception {
    Certificates.Identity identity = identity(space, name);
    return bend.apply(VihfText.air(identity.subject(), structure, now(), composite())).text();
  }

  private static UnaryOperator<VihfText> issued(Instant when) {
    return vihf ->
        vihf.bent(t -> t.replaceAll("IssueInstant=\"[^\"]*\"", "IssueInstant=\"" + when + "\""));
  }

  private static UnaryOperator<VihfText> conditions(String bound, Instant when) {
    return vihf ->
        vihf.with("<AuthnStatement", "<Conditions " + bound + "=\"" + when + "\"/><AuthnStatement");
  }

  private static HttpResponse<String> answer(String connection, String vihf) throws Exception {
    String body =
        Messages.example("td0.2")
            .replace(Messages.INS, ins(patient))
            .replace(Messages.OID, patient.ins().oid());
    return post(space, connection, "patients", Messages.envelope(Messages.TD0_2, vihf, body));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String ins(Patient who) {
    return who.ins().matricule() + who.ins().key();
  }

  private static String composite() {
    return ins(patient) + "^^^&" + patient.ins().oid() + "&ISO^NH";
  }
}
