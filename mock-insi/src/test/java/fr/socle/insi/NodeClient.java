package fr.socle.insi;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The TypeScript client of the field as it was measured (insi.md 11): how it writes its messages,
 * in which order it tries first names, and what it reads of the answers, by prefixes.
 */
final class NodeClient {
  private static final String ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";
  private static final String DECLARED = "xmlns:insirecsans=\"http://www.cnamts.fr/INSiRecSans\"";
  private static final String WSA = "xmlns:wsa=\"http://www.w3.org/2005/08/addressing\"";
  private static final String MESSAGE_ID = "uuid:8c9f3a52-9a0d-4a50-8d3f-2f1d7a1e0b15";

  private final BenchOnTheWire wire;
  private final @Nullable String identity;
  private final @Nullable CardAssertion card;
  private final List<String> posted = new ArrayList<>();

  private NodeClient(BenchOnTheWire wire, @Nullable String identity, @Nullable CardAssertion card) {
    this.wire = wire;
    this.identity = identity;
    this.card = card;
  }

  /** In clear, as its endpoint may be. */
  static NodeClient clear(BenchOnTheWire wire) {
    return new NodeClient(wire, null, null);
  }

  /** With the certificate of an organisation. */
  static NodeClient presenting(BenchOnTheWire wire, String identity) {
    return new NodeClient(wire, identity, null);
  }

  /** In clear, with the assertion of a professional. */
  static NodeClient withCard(BenchOnTheWire wire, CardAssertion card) {
    return new NodeClient(wire, null, card);
  }

  /** What it posted so far. */
  List<String> posted() {
    return List.copyOf(posted);
  }

  /**
   * Searches by each first name in turn, then by all of them in one, until one is found or a fault
   * is answered: 02 does not stop it, and it never adds the place.
   */
  Read search(String name, List<String> firstNames, String sex, String date) throws Exception {
    List<String> attempts = new ArrayList<>(firstNames);
    if (firstNames.size() > 1) {
      attempts.add(String.join(" ", firstNames));
    }
    Read read = null;
    for (String attempt : attempts) {
      read = Read.of(post(message(name, attempt, sex, date)));
      if (read.status() != 200 || read.code().equals("00")) {
        return read;
      }
    }
    if (read == null) {
      throw new IllegalArgumentException("no first name");
    }
    return read;
  }

  private String post(String message) throws Exception {
    posted.add(message);
    if (identity != null) {
      HttpResponse<String> answer = wire.postAs(identity, Requests.CONTENT_TYPE, message);
      return "HTTP/1.1 " + answer.statusCode() + "\r\n\r\n" + answer.body();
    }
    return RawSocket.post(
        wire.space().urls().get("insi.clear"),
        "User-Agent: node-soap/1.1.11\r\n"
            + "Accept: text/html,application/xhtml+xml,application/xml,text/xml;q=0.9,*/*;q=0.8\r\n"
            + "Accept-Encoding: none\r\nAccept-Charset: utf-8\r\nContent-Type: "
            + Requests.CONTENT_TYPE
            + "\r\n",
        message);
  }

  /** ContexteBAM, ContexteLPS, Action, MessageID, then Security; a prefix declared twice. */
  private String message(String name, String firstName, String sex, String date) throws Exception {
    String sender =
        card != null ? card.name() : wire.unit(identity == null ? "insi-manu" : identity);
    String security =
        card == null
            ? ""
            : " <wsse:Security xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
                + "oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
                + card.professional(Instant.now())
                + "</wsse:Security>";
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope"
        + " xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\" "
        + DECLARED
        + "><soap:Header>"
        + String.join(" ", bam(sender), lps(sender, wire.space()), addressing())
        + security
        + "</soap:Header><soap:Body><insirecsans:RECSANSVITALE "
        + DECLARED
        + "> <insirecsans:NomNaissance>"
        + name
        + "</insirecsans:NomNaissance> <insirecsans:Prenom>"
        + firstName
        + "</insirecsans:Prenom> <insirecsans:Sexe>"
        + sex
        + "</insirecsans:Sexe> <insirecsans:DateNaissance>"
        + date
        + "</insirecsans:DateNaissance> </insirecsans:RECSANSVITALE></soap:Body></soap:Envelope>";
  }

  private static String bam(String sender) {
    return "<bam:ContexteBAM xmlns:bam=\"urn:siram:bam:ctxbam\" Version=\"01_02\"><bam:Id>"
        + UUID.randomUUID()
        + "</bam:Id><bam:Temps>2026-01-15T10:30:00.000Z</bam:Temps><bam:Emetteur>"
        + sender
        + "</bam:Emetteur><bam:COUVERTURE/></bam:ContexteBAM>";
  }

  private static String lps(String sender, SpaceDescriptor space) {
    return "<lps:ContexteLPS xmlns:lps=\"urn:siram:lps:ctxlps\" Nature=\"CTXLPS\" Version=\"01_00\">"
        + "<lps:Id>"
        + UUID.randomUUID()
        + "</lps:Id><lps:Temps>2026-01-15T09:30:00.000Z</lps:Temps><lps:Emetteur>"
        + sender
        + "</lps:Emetteur><lps:LPS><lps:IDAM R=\"4\">"
        + space.lps().idam()
        + "</lps:IDAM><lps:Version>1.0</lps:Version>"
        + "<lps:Instance>7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de</lps:Instance>"
        + "<lps:Nom>urn:lps:essai:1.0</lps:Nom></lps:LPS></lps:ContexteLPS>";
  }

  private static String addressing() {
    return "<wsa:Action "
        + WSA
        + ">"
        + ACTION
        + "</wsa:Action> <wsa:MessageID "
        + WSA
        + ">"
        + MESSAGE_ID
        + "</wsa:MessageID>";
  }

  /**
   * What it reads of an answer.
   *
   * @param status HTTP status
   * @param code return code, or code of the fault
   * @param subcode of a fault, read behind the prefix {@code S:} only; empty otherwise
   * @param reason of a fault, read in English only; empty otherwise
   * @param values name, list of first names, sex, date, place, matricule, key and OID, as found
   */
  record Read(int status, String code, String subcode, String reason, List<String> values) {
    private static final List<String> VALUES =
        List.of(
            "<NomNaissance>([^<]*)<",
            "<ListePrenom>([^<]*)<",
            "<Sexe>([^<]*)<",
            "<DateNaissance>([^<]*)<",
            "<LieuNaissance>([^<]*)<",
            "<INSACTIF><IdIndividu><NumIdentifiant>([^<]*)<",
            "<INSACTIF><IdIndividu><NumIdentifiant>[^<]*</NumIdentifiant><Cle>([^<]*)<",
            "</IdIndividu><OID>([^<]*)<");

    static Read of(String answer) {
      int status = Integer.parseInt(answer.substring(9, 12));
      String cr = found(answer, "<CodeCR>([^<]*)<");
      return new Read(
          status,
          cr.isEmpty() ? found(answer, "<siram:Erreur[^>]* code=\"([^\"]*)\"") : cr,
          found(answer, "<S:Value>S:(siram_\\d+)<"),
          found(answer, "xml:lang=\"en\">([^<]*)<"),
          VALUES.stream().map(pattern -> found(answer, pattern)).toList());
    }

    /** Whether it takes the answer for a success: nothing of it is empty. */
    boolean isSuccess() {
      return status == 200 && code.equals("00") && values.stream().noneMatch(String::isEmpty);
    }

    private static String found(String answer, String pattern) {
      Matcher matcher = Pattern.compile(pattern).matcher(answer);
      return matcher.find() ? matcher.group(1) : "";
    }
  }
}
