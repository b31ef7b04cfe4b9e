package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.VihfText;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.KnownProfessional;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every cell of the rights matrices (dmp.md 5.3) met by a whole call: that each transaction asks
 * for its own right. The conditions hold: the document is the caller's, the patient allows what may
 * be allowed. TD0.9 is a visit by the certificate of the column: a page says no mode, and AIR's
 * own, TD0.10, is not played.
 */
class RightsOfCallsTest {
  private static final Caller CALLER = new Caller();
  private static final Certificates.Identity EMPLOYEE = Certificates.employeeTls();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final String ARCHIVED = "urn:asip:ci-sis:2010:StatusType:Archived";
  private static final String DELETED = "urn:asip:ci-sis:2010:StatusType:Deleted";
  private static final Pattern ENTRY =
      Pattern.compile("<rim:ExtrinsicObject id=\"([^\"]+)\" lid=\"([^\"]+)\"");

  /**
   * Somebody of one column.
   *
   * @param matrix {@code droits} or {@code droits-air}
   * @param name name of the column
   * @param cells what it may do, by row
   */
  private record Column(String matrix, String name, Map<String, String> cells) {
    boolean air() {
      return matrix.equals("droits-air");
    }

    boolean employee() {
      return name.startsWith("CPE");
    }

    boolean treating() {
      return name.startsWith("MT");
    }

    @Override
    public String toString() {
      return matrix + " " + name;
    }
  }

  static Stream<Column> eachCellIsWhatTheCallMeets() throws IOException {
    return Stream.concat(columns("droits"), columns("droits-air"));
  }

  private static Stream<Column> columns(String matrix) throws IOException {
    try (InputStream csv = Dossier.class.getResourceAsStream(matrix + ".csv")) {
      List<String[]> lines =
          new String(csv.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(";", -1))
              .toList();
      String[] names = lines.get(0);
      Stream.Builder<Column> columns = Stream.builder();
      for (int i = 1; i < names.length; i++) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
          cells.put(line[0], line[i]);
        }
        columns.add(new Column(matrix, names[i], cells));
      }
      return columns.build();
    }
  }

  @ParameterizedTest
  @MethodSource
  void eachCellIsWhatTheCallMeets(Column column) {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> met = new LinkedHashMap<>();
    try (JudgedDocuments dmp = new JudgedDocuments(Map.of("dmp.regle-auteur", "refuse"))) {
      dmp.dossiers().write(allowing());
      for (Map.Entry<String, String> cell : column.cells().entrySet()) {
        String row = cell.getKey();
        // One message for TD2.1 and TD2.2: who sends it says which it is.
        if ((row.equals("TD0.9") && column.air())
            || row.equals(column.employee() ? "TD2.1" : "TD2.2")) {
          continue;
        }
        expected.put(row, cell.getValue().equals("-") ? "refusé" : "fait");
        dmp.authorize(Certificates.HOLDER, column.treating());
        met.put(
            row,
            row.equals("TD0.9")
                ? visit(dmp, column)
                : outcome(dmp.answer(call(dmp, column, row, met.size() + 1))));
      }
    }

    assertThat(met).isEqualTo(expected);
  }

  private static String visit(JudgedDocuments dmp, Column who) {
    boolean doctor = !who.name().startsWith("PS");
    dmp.dmp()
        .knows(
            new KnownProfessional(
                Certificates.HOLDER,
                "DUPONT-TEST",
                "LEA",
                doctor ? "10" : "60",
                doctor ? (who.name().equals("DT") ? "SM25" : "SM26") : "",
                Certificates.STRUCTURE,
                "",
                ""));
    int status =
        dmp.dmp().visit("DossierPatient/" + Messages.INS, tls(who).certificate()).answer().status();
    return switch (status) {
      case 200 -> "fait";
      case 403 -> "refusé";
      default -> String.valueOf(status);
    };
  }

  private static String outcome(String answer) {
    if (answer.contains("DMPAccessDeniedByRightsService")) {
      return "refusé";
    }
    return answer.contains("Fault>") || answer.contains(":Failure") ? answer : "fait";
  }

  private static IncomingRequest call(JudgedDocuments dmp, Column who, String row, int number) {
    String set = "1.2.3.4." + number + ".1";
    String document = "1.2.3.5." + number;
    return switch (row) {
      case "TD0.2" -> sent(who, "patients", Messages.TD0_2, Messages.example("td0.2"));
      case "TD1.3a" ->
          sent(
              who,
              "patients",
              Messages.TD0_2,
              Messages.example("td0.2").replace("TEST_EXST", "CNSLT_DATA"));
      case "TD0.3-ajout" ->
          sent(who, "habilitations", Messages.TD0_3, Messages.setAuthorization("AJOUT", ""));
      case "TD0.3-suppression" ->
          sent(who, "habilitations", Messages.TD0_3, Messages.setAuthorization("SUPPRESSION", ""));
      case "TD0.3-fin-mt" ->
          sent(
              who,
              "habilitations",
              Messages.TD0_3,
              Messages.setAuthorization("SUPPRESSION", "MEDECIN_TRAITANT"));
      case "TD0.4" ->
          sent(
              who,
              "patientsSpecific",
              Messages.TD0_4,
              Messages.patientList("20200101000000", "LASTAUTORIZATION"));
      case "TD0.5" -> sent(who, "patientsPDQ", Messages.TD0_5, Messages.example("td0.5"));
      case "TD1.6" ->
          sent(who, "habilitations", Messages.TD1_6, Messages.listAuthorization("TOUTE"));
      case "TD2.1", "TD2.2" ->
          JudgedDocuments.feeding(
              vihf(who), feeding(set, document), part(document), tls(who).certificate());
      case "TD3.1" -> sent(who, "registry", Wire.FIND, search());
      case "TD3.1-reference" -> {
        feed(dmp, document);
        yield sent(who, "registry", Wire.FIND, get("ObjectRef", document));
      }
      case "TD3.2", "TD3.2-masque" -> {
        feed(dmp, document, row.equals("TD3.2") ? List.of() : List.of("MASQUE_PS"));
        yield sent(who, "repository", Wire.RETRIEVE, Metadata.wanted(document));
      }
      case "TD3.3a-masquer" -> visibility(dmp, who, set, document, List.of(), "MASQUE_PS");
      case "TD3.3a-demasquer" -> visibility(dmp, who, set, document, List.of("MASQUE_PS"));
      case "TD3.3b" -> visibility(dmp, who, set, document, List.of("INVISIBLE_PATIENT"));
      case "TD3.3c", "TD3.3d" -> {
        String uuid = feed(dmp, document).group(1);
        String status = Metadata.status(uuid, APPROVED, row.endsWith("c") ? DELETED : ARCHIVED);
        yield sent(who, "registry", Wire.UPDATE, own(METADATA.update(set, status)));
      }
      default -> throw new IllegalArgumentException(row);
    };
  }

  private static IncomingRequest visibility(
      JudgedDocuments dmp,
      Column who,
      String set,
      String document,
      List<String> before,
      String... after) {
    String lid = feed(dmp, document, before).group(2);
    return sent(
        who,
        "registry",
        Wire.UPDATE,
        own(
            METADATA.update(
                set,
                METADATA.entry(
                        "Document01",
                        "lid=\"" + lid + "\" status=\"" + APPROVED + "\"",
                        document,
                        after)
                    + Metadata.member("Document01", Metadata.slot("PreviousVersion", "1")))));
  }

  private static Matcher feed(JudgedDocuments dmp, String document) {
    return feed(dmp, document, List.of());
  }

  /** A document whose author is the professional, at the structure; its entry as he finds it. */
  private static Matcher feed(JudgedDocuments dmp, String document, List<String> visibility) {
    String fed =
        dmp.answer(
            JudgedDocuments.feeding(
                CALLER,
                feeding(document + ".0", document, visibility.toArray(String[]::new)),
                part(document)));
    assertThat(fed).contains("ResponseStatusType:Success");
    Matcher entry =
        ENTRY.matcher(dmp.answer(CALLER.byCard("registry", Wire.FIND, get("LeafClass", document))));
    assertThat(entry.find()).isTrue();
    return entry;
  }

  private static String feeding(String set, String document, String... visibility) {
    return own(
        METADATA.feeding(
            set, METADATA.images("Document01", document, visibility), List.of("Document01")));
  }

  private static Map<String, byte[]> part(String document) {
    return Map.of("Document01@lps", document.getBytes(UTF_8));
  }

  private static String own(String metadata) {
    return metadata
        .replace(Wire.HOLDER, Certificates.HOLDER)
        .replace(Wire.STRUCTURE, Certificates.STRUCTURE);
  }

  private static String search() {
    return Metadata.query(
        "14d4debf-8f97-4251-9a74-a90016b0af0d",
        "LeafClass",
        Metadata.slot("$XDSDocumentEntryPatientId", "'" + Messages.PATIENT + "'"),
        Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"));
  }

  private static String get(String type, String document) {
    return Metadata.query(
        "5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4",
        type,
        Metadata.slot("$XDSDocumentEntryUniqueId", "('" + document + "')"));
  }

  private static IncomingRequest sent(Column who, String service, String action, String body) {
    return CALLER.sent(service, action, body, vihf(who), tls(who).certificate());
  }

  private static boolean byTheOrganisation(Column who) {
    return who.air() || who.name().startsWith("IND");
  }

  private static Certificates.Identity tls(Column who) {
    if (byTheOrganisation(who)) {
      return CALLER.organisation();
    }
    return who.employee() ? EMPLOYEE : CALLER.cardTls();
  }

  private static String vihf(Column who) {
    String purpose =
        who.name().endsWith(" r") ? "centre_15" : who.name().endsWith(" b") ? "bris_de_glace" : "";
    VihfText written = somebody(who);
    VihfText bent = purpose.isEmpty() ? written : written.with("\"normal\"", "\"" + purpose + "\"");
    if (who.employee() && !who.air()) {
      return bent.text();
    }
    return bent.signedBy(byTheOrganisation(who) ? CALLER.seal() : CALLER.cardSignature());
  }

  private static VihfText somebody(Column who) {
    if (who.name().startsWith("IND")) {
      return CALLER.indirect();
    }
    if (who.employee() && !who.air()) {
      return VihfText.direct(
              EMPLOYEE.subject(), Certificates.STRUCTURE, JudgedDmp.NOW, Messages.PATIENT)
          .with(
              "<NameID>" + Certificates.HOLDER,
              "<NameID>3" + Certificates.STRUCTURE + "/SECRETAIRE");
    }
    VihfText doctor = who.air() ? CALLER.air() : CALLER.direct();
    if (who.employee()) {
      return doctor.with("1.2.250.1.71.1.2.7", "1.2.250.1.213.1.1.4.6");
    }
    if (who.name().equals("DT")) {
      return doctor.with("\"SM26\"", "\"SM25\"");
    }
    return who.name().startsWith("PS") ? doctor.with("code=\"10\"", "code=\"60\"") : doctor;
  }

  private static Dossier allowing() {
    return new Dossier(
        Messages.INS,
        Dossier.Status.OUVERT,
        null,
        true,
        true,
        false,
        false,
        true,
        "",
        List.of(),
        null,
        null);
  }
}
