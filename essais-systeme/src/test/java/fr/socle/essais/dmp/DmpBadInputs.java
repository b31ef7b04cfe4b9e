package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.essais.dmp.StreamedFeeding.Framing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What nobody should send to the DMP about documents. Identifiers are new at each sending. */
final class DmpBadInputs {
  private static final String OTHER_INS = "188017505612345";
  private static final int MANY_ENTRIES = 10_000;
  private static final int MANY_ATTRIBUTES = 5_000;
  private static final long HUGE = 200_000_000;

  private final DmpClient client;
  private final Supplier<String> ids;

  /**
   * The bad inputs of a client.
   *
   * @param ids new identifiers
   */
  DmpBadInputs(DmpClient client, Supplier<String> ids) {
    this.client = client;
    this.ids = ids;
  }

  /** All of them; a document is fed that the parameters find when they are written rightly. */
  List<DmpBadInput> all() throws Exception {
    List<DmpBadInput> all = new ArrayList<>(messages());
    all.addAll(patients());
    all.addAll(parameters());
    return List.copyOf(all);
  }

  private List<DmpBadInput> messages() {
    return List.of(
        new DmpBadInput(
            "truncated MTOM",
            () -> {
              byte[] whole = DmpClient.mtom(envelope(submission()), Map.of("Document01", text()));
              return post(Arrays.copyOf(whole, whole.length - 30));
            },
            fault("tronqué")),
        new DmpBadInput(
            "MTOM cut inside its envelope",
            () -> post(Arrays.copyOf(DmpClient.mtom(envelope(submission()), Map.of()), 2_000)),
            fault("tronqué")),
        new DmpBadInput(
            "MTOM without boundary",
            () -> client.post("repository", "multipart/related; type=\"a/b\"", new byte[10]),
            fault("boundary")),
        new DmpBadInput(
            "missing part",
            () -> client.feed(submission(), Map.of()),
            refusal("XDSMissingDocument")),
        new DmpBadInput(
            "document of 200 MB", () -> huge().send(Framing.LENGTH), fault("dmp.taille")),
        new DmpBadInput(
            "document of 200 MB in chunks", () -> huge().send(Framing.CHUNKS), fault("dmp.taille")),
        new DmpBadInput("document of 200 MB, announced", () -> huge().ask(), fault("dmp.taille")),
        new DmpBadInput(
            "10,000 entries", () -> client.feed(manyEntries(), Map.of()), fault("plusieurs fois")),
        new DmpBadInput(
            "5,000 attributes in a VIHF",
            () -> {
              String vihf = DmpVihf.text(client.card(), client.patient(), attributes());
              String search = DmpBodies.search(client.patient());
              return client.post(
                  "registry",
                  DmpClient.SOAP,
                  DmpClient.envelope(DmpClient.FIND, vihf, search).getBytes(UTF_8));
            },
            fault("plusieurs fois")));
  }

  private List<DmpBadInput> patients() {
    return List.of(
        new DmpBadInput(
            "INS of another in a search",
            () ->
                client.call(
                    "registry",
                    DmpClient.FIND,
                    DmpBodies.search(client.patient().replaceAll("^\\d{15}", OTHER_INS))),
            refusal("XDSPatientIdDoesNotMatch")),
        new DmpBadInput(
            "INS that nobody bears",
            () -> {
              DmpClient nobody = client.about(client.patient().replaceAll("^\\d{15}", OTHER_INS));
              return nobody.call("registry", DmpClient.FIND, DmpBodies.search(nobody.patient()));
            },
            refusal("XDSUnknownPatientId")),
        new DmpBadInput(
            "INS under another OID",
            () -> {
              DmpClient nobody = client.about(client.patient().replace("1.4.10", "1.4.8"));
              return nobody.call("registry", DmpClient.FIND, DmpBodies.search(nobody.patient()));
            },
            refusal("XDSUnknownPatientId")),
        new DmpBadInput(
            "two patients in one submission",
            () -> {
              DmpEntry other =
                  entry("Document02")
                      .with("patient", client.patient().replaceAll("^\\d{15}", OTHER_INS));
              return client.feed(
                  DmpBodies.unsigned(ids.get(), List.of(entry("Document01"), other)),
                  Map.of("Document01", text(), "Document02", text()));
            },
            refusal("XDSPatientIdDoesNotMatch")));
  }

  private List<DmpBadInput> parameters() throws Exception {
    DmpReply fed = client.feed(submission(), Map.of("Document01", text()));
    assertThat(fed.isSuccess()).as(fed.text()).isTrue();
    List<DmpBadInput> all = new ArrayList<>();
    all.add(injected("$XDSDocumentEntryAuthorPerson", "('%DUPONT-TEST%')"));
    all.add(injected("$XDSDocumentEntryTypeCode", "('11488-4^^2.16.840.1.113883.6.1')"));
    all.add(injected("$XDSDocumentEntryCreationTimeFrom", "20260101000000"));
    String drop = "1.2'; drop table dmp.fiche; --";
    all.add(
        new DmpBadInput(
            "SQL in the identifier of a retrieval",
            () -> client.call("repository", DmpClient.RETRIEVE, DmpBodies.retrieval(drop)),
            seen -> assertThat(seen.text()).contains("XDSDocumentUniqueIdError")));
    all.add(
        new DmpBadInput(
            "SQL in the identifier of a replaced entry",
            () ->
                client.feed(
                    submission()
                        .replace(
                            "</rim:RegistryObjectList>",
                            "<rim:Association id=\"remplace\" associationType=\"urn:ihe:iti:2007:"
                                + "AssociationType:RPLC\" sourceObject=\"Document01\""
                                + " targetObject=\"x' or '1'='1\"/></rim:RegistryObjectList>"),
                    Map.of("Document01", text())),
            refusal("XDSReplaceFailed")));
    return all;
  }

  /** SQL in a parameter that finds the document of this class when it is written rightly. */
  private DmpBadInput injected(String name, String right) throws Exception {
    DmpReply control = found(name, right);
    assertThat(control.isSuccess()).as(control.text()).isTrue();
    assertThat(control.text()).containsPattern("totalResultCount=\"[1-9]");
    return new DmpBadInput(
        "SQL in " + name,
        () -> found(name, "('x'') or (''1''=''1')"),
        seen -> {
          assertThat(seen.status()).as(seen.text()).isEqualTo(200);
          assertThat(seen.text())
              .contains("totalResultCount=\"0\"")
              .doesNotContain("ExtrinsicObject", "Exception", "SQL")
              // Refused or not, it is for this parameter and for nothing else.
              .satisfiesAnyOf(
                  text -> assertThat(text).contains("ResponseStatusType:Success"),
                  text -> assertThat(text).contains("RegistryError", name));
        });
  }

  private DmpReply found(String name, String value) throws Exception {
    return client.call(
        "registry",
        DmpClient.FIND,
        DmpBodies.search(client.patient(), DmpBodies.slot(name, value)));
  }

  private StreamedFeeding huge() throws Exception {
    return new StreamedFeeding(
        client.address("repository"), client.card(), envelope(submission()), HUGE);
  }

  /** A CDA that would be ten thousand million words if it were expanded. */
  static byte[] bomb() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE b [<!ENTITY e0 \"boum\">");
    for (int i = 1; i <= 10; i++) {
      dtd.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
    }
    return (dtd + "]><ClinicalDocument xmlns=\"urn:hl7-org:v3\">&e10;</ClinicalDocument>")
        .getBytes(UTF_8);
  }

  private String submission() {
    return DmpBodies.unsigned(ids.get(), List.of(entry("Document01")));
  }

  private DmpEntry entry(String id) {
    return DmpEntry.report(id, ids.get(), client.card(), client.patient());
  }

  private String manyEntries() {
    String entry =
        "<rim:ExtrinsicObject id=\"D%d\" mimeType=\"text/xml\""
            + " objectType=\"urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1\"/>";
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < MANY_ENTRIES; i++) {
      entries.append(entry.formatted(i));
    }
    return submission().replace("</rim:RegistryObjectList>", entries + "</rim:RegistryObjectList>");
  }

  private static String attributes() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < MANY_ATTRIBUTES; i++) {
      all.append(
          "<saml2:Attribute Name=\"attribut-"
              + i
              + "\"><saml2:AttributeValue>x</saml2:AttributeValue></saml2:Attribute>");
    }
    return all.toString();
  }

  private String envelope(String body) throws Exception {
    return client.envelope(DmpClient.FEED, body);
  }

  private DmpReply post(byte[] bytes) throws Exception {
    return client.post("repository", DmpClient.MTOM, bytes);
  }

  private static byte[] text() {
    return "<document/>".getBytes(UTF_8);
  }

  private static Consumer<DmpReply> fault(String words) {
    return seen -> {
      assertThat(seen.status()).as(seen.text()).isEqualTo(500);
      assertThat(seen.text()).contains(":Fault>", "Sender", words);
    };
  }

  private static Consumer<DmpReply> refusal(String code) {
    return seen -> {
      assertThat(seen.status()).as(seen.text()).isEqualTo(200);
      assertThat(seen.text()).contains("ResponseStatusType:Failure", "errorCode=\"" + code + "\"");
    };
  }
}
