package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.dmp.Messages;
import fr.socle.dmp.registry.Wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each error of dmp.md 4.2 that a message about documents can meet, obtained over the wire by what
 * it stands for; and one armed in the place of each transaction's result. Those of faults are in
 * {@code WrongVihfWireTest}, DMPFound and DMPClosed of TD1.4 in {@code ContractWireTest}; those of
 * withdrawn transactions (TD0.0, TD1.5) cannot be obtained.
 */
class ErrorsWireTest extends DocumentsOnTheWire {
  private static final String OTHER_INS = "188017505612345";
  private static final String NOBODY = "urn:uuid:00000000-0000-4000-8000-000000000000";

  /** What somebody does to meet an error. */
  @FunctionalInterface
  private interface Attempt {
    Reply on(Wire wire) throws Exception;
  }

  /**
   * An error.
   *
   * @param code its code
   * @param settings settings of the space
   * @param attempt what meets it; a document is there, 1.2.3.5.1
   */
  private record Provoked(String code, Map<String, String> settings, Attempt attempt) {
    Provoked(String code, Attempt attempt) {
      this(code, Map.of(), attempt);
    }

    @Override
    public String toString() {
      return code;
    }
  }

  @ParameterizedTest
  @MethodSource
  void eachErrorIsMetByWhatItStandsFor(Provoked error) throws Exception {
    Wire wire = wire(error.settings());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "un");

    Reply reply = error.attempt().on(wire);

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.text())
        .contains("ResponseStatusType:Failure")
        .contains("errorCode=\"" + error.code() + "\"");
  }

  static Stream<Provoked> eachErrorIsMetByWhatItStandsFor() {
    return Stream.of(feedings(), searches(), retrievals(), changes()).flatMap(rows -> rows);
  }

  private static Stream<Provoked> feedings() {
    return Stream.of(
        new Provoked("DMPClosed", wire -> fedTo(wire, "ferme")),
        new Provoked("XDSUnknownPatientId", wire -> fedTo(wire, "absent")),
        new Provoked(
            "XDSPatientIdDoesNotMatch",
            wire -> fed(wire, body(wire).replace(wire.ins() + "^", OTHER_INS + "^"), "deux")),
        new Provoked(
            "XDSRegistryMetadataError",
            wire ->
                fed(
                    wire,
                    body(wire).replaceAll("<rim:Slot name=\"creationTime\">.*?</rim:Slot>", ""),
                    "deux")),
        new Provoked(
            "XDSRepositoryMetadataError",
            Map.of("dmp.empreinte", "refuse"),
            wire ->
                fed(
                    wire,
                    body(wire)
                        .replace(
                            "<rim:Slot name=\"languageCode\">",
                            Metadata.slot("hash", "a".repeat(40))
                                + "<rim:Slot name=\"languageCode\">"),
                    "deux")),
        new Provoked("XDSMissingDocument", wire -> wire.feed(body(wire), Map.of())),
        new Provoked(
            "XDSMissingDocumentMetadata",
            wire ->
                wire.feed(
                    new Metadata(wire.composite())
                        .feeding(
                            "1.2.3.4.2",
                            new Metadata(wire.composite()).images("Document01", "1.2.3.5.2"),
                            List.of("Document01"))
                        .replace(
                            "</ihe:ProvideAndRegisterDocumentSetRequest>",
                            "<ihe:Document id=\"Document02\">"
                                + "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                                + " href=\"cid:Document02%40lps\"/></ihe:Document>"
                                + "</ihe:ProvideAndRegisterDocumentSetRequest>"),
                    Map.of("Document01@lps", bytes("deux"), "Document02@lps", bytes("trois")))),
        new Provoked(
            "XDSDuplicateUniqueIdInRegistry",
            wire -> feedReply(wire, "1.2.3.4.2", "1.2.3.5.1", "un")),
        new Provoked(
            "XDSNonIdenticalHash", wire -> feedReply(wire, "1.2.3.4.2", "1.2.3.5.1", "deux")),
        new Provoked(
            "XDSReplaceFailed",
            wire ->
                fed(
                    wire,
                    body(wire)
                        .replace(
                            "</rim:RegistryObjectList>",
                            Metadata.replaces("Document01", NOBODY) + "</rim:RegistryObjectList>"),
                    "deux")));
  }

  private static Stream<Provoked> searches() {
    return Stream.of(
        new Provoked("XDSPatientIdDoesNotMatch", wire -> ofAnother(wire)),
        new Provoked(
            "XDSStoredQueryMissingParam",
            wire ->
                query(
                    wire,
                    FIND_DOCUMENTS,
                    Metadata.slot("$XDSDocumentEntryPatientId", quoted(wire.composite())))),
        new Provoked(
            "XDSStoredQueryParamNumber",
            wire ->
                query(
                    wire,
                    GET_DOCUMENTS,
                    Metadata.slot("$XDSDocumentEntryUniqueId", "('1.2.3.5.1')"),
                    Metadata.slot("$XDSDocumentEntryEntryUUID", "('" + NOBODY + "')"))),
        new Provoked(
            "XDSUnknownStoredQuery",
            wire -> query(wire, "00000000-0000-4000-8000-000000000000", "")),
        new Provoked(
            "XDSTooManyResults",
            Map.of("dmp.resultats", "1"),
            wire -> {
              feed(wire, "1.2.3.4.2", "1.2.3.5.2", "deux");
              return find(wire, APPROVED);
            }),
        new Provoked("XDSUnknownPatientId", wire -> absent(wire, find -> find(find, APPROVED))));
  }

  private static Stream<Provoked> retrievals() {
    return Stream.of(
        new Provoked(
            "XDSUnknownRepositoryId",
            wire ->
                wire.byCard(
                    "repository",
                    Wire.RETRIEVE,
                    Metadata.wanted("1.2.3.5.1").replace(".1.1.1.2<", ".1.1.1.3<"))),
        new Provoked(
            "XDSDocumentUniqueIdError",
            wire -> wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted(NOBODY))),
        new Provoked(
            "XDSTooManyResults",
            Map.of("dmp.identifiants", "1"),
            wire ->
                wire.byCard(
                    "repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1", "1.2.3.5.2"))));
  }

  private static Stream<Provoked> changes() {
    return Stream.of(
        new Provoked(
            "XDSMetadataUpdateError",
            wire ->
                wire.byCard("registry", Wire.UPDATE, status(wire, "1.2.3.4.2", NOBODY, DELETED))),
        new Provoked(
            "XDSMetadataVersionError",
            wire ->
                visibility(
                    wire, "1.2.3.4.2", only(find(wire, APPROVED)).group(2), "7", "MASQUE_PS")),
        new Provoked(
            "DMPClosed",
            wire -> {
              String uuid = only(find(wire, APPROVED)).group(1);
              order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "ferme"));
              return wire.byCard("registry", Wire.UPDATE, status(wire, "1.2.3.4.2", uuid, DELETED));
            }));
  }

  /** What a transaction answers in the place of its result, as a scenario arms it. */
  @ParameterizedTest
  @CsvSource({
    "DMP TD2.1, XDSReplaceFailed",
    "DMP TD3.1a, XDSTooManyResults",
    "DMP TD3.1b, XDSUnknownPatientId",
    "DMP TD3.2, XDSDocumentUniqueIdError",
    "DMP TD3.3c, XDSMetadataUpdateError",
    "DMP TD3.3d, DMPClosed",
    "DMP TD3.3a, XDSMetadataVersionError",
    "DMP TD0.2, DMPAccessDeniedByRightsService",
    "DMP TD1.3a, DMPAccessDeniedByRightsService",
    "DMP TD0.3, DMPClosed",
    "DMP TD0.4, DMPAccessDeniedByRightsService",
    "DMP TD0.5, DMPAccessDeniedByRightsService",
    "DMP TD1.2, DMPFound",
    "DMP TD1.4, DMPClosed",
    "DMP TD1.6, DMPAccessDeniedByRightsService"
  })
  void eachTransactionAnswersTheErrorThatIsArmed(String transaction, String code) throws Exception {
    Wire wire = wire(Map.of("dmp.refus-droit", "reponse"));
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "un");
    bench.armFault(
        wire.space().id(),
        new FaultRequest(
            "dmp", "refus-metier", Map.of("code", code, "texte", "Essai."), 1, transaction));

    Reply struck = call(wire, transaction);

    assertThat(struck.status()).as(struck.text()).isEqualTo(200);
    assertThat(struck.text()).contains(code, "Essai.");
    assertThat(call(wire, transaction).text()).doesNotContain("Essai.");
  }

  private static Reply call(Wire wire, String transaction) throws Exception {
    return switch (transaction.substring("DMP ".length())) {
      case "TD2.1" -> feedReply(wire, "1.2.3.4.2", "1.2.3.5.2", "deux");
      case "TD3.1a" -> find(wire, APPROVED);
      case "TD3.1b" ->
          wire.byCard(
              "registry",
              Wire.FIND,
              Metadata.query(
                  GET_DOCUMENTS,
                  "ObjectRef",
                  Metadata.slot("$XDSDocumentEntryUniqueId", "('1.2.3.5.1')")));
      case "TD3.2" -> wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"));
      case "TD3.3a" ->
          visibility(wire, "1.2.3.4.2", only(find(wire, APPROVED)).group(2), "1", "MASQUE_PS");
      case "TD3.3c" -> statused(wire, DELETED);
      case "TD3.3d" -> statused(wire, ARCHIVED);
      case "TD0.2" -> wire.byCard("patients", Messages.TD0_2, own(wire, "td0.2"));
      case "TD1.3a" ->
          wire.byCard(
              "patients", Messages.TD0_2, own(wire, "td0.2").replace("TEST_EXST", "CNSLT_DATA"));
      case "TD0.3" ->
          wire.byCard("habilitations", Messages.TD0_3, Messages.setAuthorization("AJOUT", ""));
      case "TD0.4" ->
          wire.byCard(
              "patientsSpecific",
              Messages.TD0_4,
              Messages.patientList("20200101000000", "LASTAUTORIZATION"));
      case "TD0.5" -> wire.byCard("patientsPDQ", Messages.TD0_5, Messages.example("td0.5"));
      case "TD1.2" -> managed(wire, "REAC", "active");
      case "TD1.4" -> managed(wire, "FERM", "terminated");
      case "TD1.6" ->
          wire.byCard("habilitations", Messages.TD1_6, Messages.listAuthorization("TOUTE"));
      default -> throw new IllegalArgumentException(transaction);
    };
  }

  private static Reply statused(Wire wire, String wanted) throws Exception {
    String uuid = only(find(wire, APPROVED)).group(1);
    return wire.byCard("registry", Wire.UPDATE, status(wire, "1.2.3.4.2", uuid, wanted));
  }

  private static Reply managed(Wire wire, String reason, String status) throws Exception {
    return wire.byCard(
        "patients",
        Messages.REGISTRATION,
        own(wire, "gestion").replace("{motif}", reason).replace("{statut}", status));
  }

  private static String own(Wire wire, String example) {
    return Messages.example(example)
        .replace(Messages.INS, wire.ins())
        .replace(Messages.OID, wire.patient().ins().oid());
  }

  private static Reply fedTo(Wire wire, String preset) throws Exception {
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), preset));
    return feedReply(wire, "1.2.3.4.2", "1.2.3.5.2", "deux");
  }

  private static Reply absent(Wire wire, Attempt attempt) throws Exception {
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "absent"));
    return attempt.on(wire);
  }

  private static Reply ofAnother(Wire wire) throws Exception {
    return wire.byCard(
        "registry", Wire.FIND, approved(wire).replace(wire.ins() + "^", OTHER_INS + "^"));
  }

  private static String body(Wire wire) {
    Metadata metadata = new Metadata(wire.composite());
    return metadata.feeding(
        "1.2.3.4.2", metadata.images("Document01", "1.2.3.5.2"), List.of("Document01"));
  }

  private static Reply fed(Wire wire, String body, String content) throws Exception {
    return wire.feed(body, Map.of("Document01@lps", bytes(content)));
  }

  private static Reply query(Wire wire, String id, String... slots) throws Exception {
    return wire.byCard("registry", Wire.FIND, Metadata.query(id, "LeafClass", slots));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
