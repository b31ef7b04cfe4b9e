package fr.socle.essais.dmp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.pki.CardHolder;
import fr.socle.bench.pki.CardUse;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.world.Ins;
import fr.socle.dmp.DmpMock;
import fr.socle.essais.OfficialData;
import fr.socle.exigences.RuleSource.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every document that the national agency publishes, fed by card with metadata taken from its
 * header, found, and retrieved.
 */
@Tag("exemples-officiels")
class OfficialFeedingTest {
  /** Published with a key that their number has not (221042545611404 and two more). */
  private static final int WRONG_KEYS = 3;

  private final Map<String, byte[]> documents = new TreeMap<>();
  private final Map<String, CdaHeader> headers = new TreeMap<>();
  private final Map<String, DmpCard> cards = new HashMap<>();
  private OfficialCodes codes;

  /**
   * The one defect is the one their own validator finds (a qualifier of a family name). No DMP is
   * of a number whose key is wrong: three are fed to that of the right key, and the bench tells it.
   */
  @Test
  void eachIsAcceptedComesBackByteForByteAndBreaksNoBlockingRule(@TempDir Path pki)
      throws Exception {
    read();
    codes = OfficialCodes.read();
    Set<Ins> identities = new HashSet<>();
    headers.values().forEach(header -> identities.add(header.ins()));
    BenchOptions options =
        BenchOptions.builder()
            .services(new RegistryOffice(identities), new DmpMock())
            .pkiDirectory(pki)
            .build();
    try (Bench bench = Bench.start(options)) {
      SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
      TestPki certificates = TestPki.open(pki, PkiOptions.defaults(), Clock.systemUTC());
      Map<String, DmpClient> clients = new TreeMap<>();
      Set<String> authorized = new TreeSet<>();
      int set = 0;
      for (String name : documents.keySet()) {
        CdaHeader header = headers.get(name);
        DmpCard card = card(space, certificates, header);
        DmpClient client = new DmpClient(space, card, header.patient());
        clients.put(name, client);
        if (authorized.add(card.holder() + header.patient())) {
          client.authorize();
        }
        feed(client, "1.3.6.1.4.1.32473.50." + ++set, name);
      }
      for (String name : documents.keySet()) {
        retrieve(clients.get(name), name);
      }

      assertThat(documents).hasSizeGreaterThan(20);
      assertThat(blocking(bench, space)).isEqualTo(Set.of("CDA-PA-04"));
      assertThat(bench.findings(space.id(), null))
          .extracting(Finding::rule)
          .filteredOn("XDS-AC-08"::equals)
          .hasSize(WRONG_KEYS);
    }
  }

  private void feed(DmpClient client, String set, String name) throws Exception {
    DmpBodies.Submission submission = DmpBodies.signed(set, entry(name), documents.get(name));
    DmpReply fed = client.feed(submission.body(), submission.parts());
    assertThat(fed.isSuccess()).as(name + " " + fed.text()).isTrue();
    assertThat(fed.text()).as(name).doesNotContain("RegistryError");
  }

  private void retrieve(DmpClient client, String name) throws Exception {
    String uniqueId = headers.get(name).uniqueId();
    byte[] document = documents.get(name);
    DmpReply found = client.call("registry", DmpClient.FIND, DmpBodies.search(client.patient()));
    DmpReply got = client.call("repository", DmpClient.RETRIEVE, DmpBodies.retrieval(uniqueId));

    assertThat(found.isSuccess()).as(name + " " + found.text()).isTrue();
    assertThat(found.text())
        .as(name)
        .contains("value=\"" + uniqueId + "\"")
        .contains("<rim:Value>" + document.length + "</rim:Value>")
        .contains("<rim:Value>" + sha1(document) + "</rim:Value>");
    assertThat(got.parts()).as(name + " " + got.text()).hasSize(2);
    assertThat(got.parts().get(1)).as(name).isEqualTo(document);
  }

  private DmpEntry entry(String name) {
    CdaHeader header = headers.get(name);
    OfficialCodes.Row row =
        codes.of(name, header.isUnstructured() ? "N1" : "N3", header.text("code/@code"));
    String facility = "componentOf/encompassingEncounter/location/healthCareFacility/code/";
    String act = "documentationOf[1]/serviceEvent/";
    String setting =
        act + "performer/assignedEntity/representedOrganization/standardIndustryClassCode/";
    String person = "recordTarget/patientRole/patient/";
    Map<String, String> values = new TreeMap<>();
    values.put("creation", header.universal("effectiveTime/@value"));
    values.put("langue", header.text("languageCode/@code"));
    values.put("responsable", header.legalAuthenticator());
    values.put("debut", header.universal(act + "effectiveTime/low/@value"));
    values.put("patient-source", header.sourcePatient());
    values.put("nom", header.text(person + "name/family[@qualifier='BR']"));
    values.put("prenom", header.text(person + "name/given[@qualifier='BR']"));
    values.put("naissance", header.text(person + "birthTime/@value"));
    values.put("sexe", header.text(person + "administrativeGenderCode/@code"));
    values.put("titre", header.text("title"));
    values.put("classe", row.classCode());
    values.put("classe-libelle", "classe " + row.classCode());
    values.put("type", header.text("code/@code"));
    values.put("type-systeme", header.text("code/@codeSystem"));
    values.put("type-libelle", header.text("code/@displayName"));
    values.put("format", row.format());
    values.put("format-systeme", row.formatScheme());
    values.put("confidentialite", header.text("confidentialityCode/@code"));
    values.put("secteur", header.text(facility + "@code"));
    values.put("secteur-libelle", header.text(facility + "@displayName"));
    values.put("cadre", header.text(setting + "@code"));
    values.put("cadre-libelle", header.text(setting + "@displayName"));
    values.put("patient", header.patient());
    values.put("unique", header.uniqueId());
    return new DmpEntry("Document01", header.authors(), values);
  }

  /** The card of the author of a document, made by the authority of the bench. */
  private DmpCard card(SpaceDescriptor space, TestPki certificates, CdaHeader header)
      throws Exception {
    String holder = header.caller();
    DmpCard known = cards.get(holder);
    if (known == null) {
      CardHolder owner = new CardHolder(holder, "PORTEUR", "CARTE", "Médecin");
      known =
          DmpCard.of(
              space,
              certificates.card(owner, CardUse.AUTHENTICATION),
              certificates.card(owner, CardUse.SIGNATURE),
              holder,
              header.authors().get(0).structure().replaceAll(".*\\^", ""));
      cards.put(holder, known);
    }
    return known;
  }

  private static Set<String> blocking(Bench bench, SpaceDescriptor space) {
    Set<String> rules = new TreeSet<>();
    for (Finding finding : bench.findings(space.id(), null)) {
      if (finding.source().effect() == Effect.BLOQUANT) {
        System.out.println(finding);
        rules.add(finding.rule());
      }
    }
    return rules;
  }

  private void read() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(OfficialData.folder("cda"))) {
      files =
          all.filter(file -> file.toString().endsWith(".xml"))
              .sorted(Comparator.naturalOrder())
              .toList();
    }
    for (Path file : files) {
      String name = String.valueOf(file.getFileName()).replace(".xml", "");
      documents.put(name, Files.readAllBytes(file));
      headers.put(name, CdaHeader.read(documents.get(name)));
    }
  }

  private static String sha1(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
  }
}
