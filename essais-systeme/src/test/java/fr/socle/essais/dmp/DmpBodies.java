package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of messages about documents. */
public final class DmpBodies {
  private DmpBodies() {}

  /**
   * A submission.
   *
   * @param body body of the message
   * @param parts bytes of its parts, by identifier
   */
  record Submission(String body, Map<String, byte[]> parts) {}

  /** One signed document (dmp.md 7.5). */
  static Submission signed(String set, DmpEntry entry, byte[] document) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(entry.id(), document);
    parts.put(
        "Signature01",
        Template.of("signature")
            .with("lot", set)
            .withXml(
                "references",
                "<ds:Reference URI=\"urn:oid:" + entry.values().get("unique") + "\"/>")
            .text()
            .getBytes(UTF_8));
    return new Submission(
        submission(
            set,
            entry,
            entry.text() + entry.signature("Signature01", set + ".9"),
            List.of(entry.id(), "Signature01")),
        parts);
  }

  /** Documents without signature, each in the part of its own name. */
  public static String unsigned(String set, List<DmpEntry> entries) {
    StringBuilder objects = new StringBuilder();
    entries.forEach(entry -> objects.append(entry.text()));
    return submission(
        set, entries.get(0), objects.toString(), entries.stream().map(DmpEntry::id).toList());
  }

  /** One report without signature. */
  static String report(DmpClient client, String uniqueId) {
    DmpEntry entry = DmpEntry.report("Document01", uniqueId, client.card(), client.patient());
    return unsigned(uniqueId + ".0", List.of(entry));
  }

  /** Whether a patient has a record (TD0.2). */
  static String existence(String patient) {
    String[] ins = patient.split("[\\^&]", -1);
    return Template.of("existence").with("ins", ins[0]).with("oid", ins[4]).text();
  }

  private static String submission(String set, DmpEntry like, String objects, List<String> ids) {
    StringBuilder members = new StringBuilder();
    StringBuilder contents = new StringBuilder();
    for (String id : ids) {
      members.append(Template.of("membre").with("objet", id).text());
      contents.append(Template.of("contenu").with("objet", id).text());
    }
    return Template.of("envoi")
        .withXml("objets", set(set, like) + objects + members)
        .withXml("contenus", contents.toString())
        .text();
  }

  private static String set(String uniqueId, DmpEntry like) {
    return Template.of("lot")
        .with("instant", "20260115093000")
        .withXml("auteurs", DmpEntry.authors(like.authors().subList(0, 1), "Lot", DmpEntry.OF_SET))
        .with("patient", like.values().get("patient"))
        .with("unique", uniqueId)
        .text();
  }

  /** A document that takes another status (TD3.3c, TD3.3d). */
  static String status(String set, DmpEntry entry, String entryUuid, String status) {
    return Template.of("changement")
        .withXml("lot", set(set, entry))
        .with("fiche", entryUuid)
        .with("statut", status)
        .text();
  }

  /** A search of the documents in force (TD3.1a). */
  public static String search(String patient, String... criteria) {
    return Template.of("recherche")
        .with("patient", patient)
        .withXml("criteres", String.join("", criteria))
        .text();
  }

  /** A criterion of a search. */
  static String slot(String name, String value) {
    return Template.of("critere").with("nom", name).with("valeur", value).text();
  }

  /** A retrieval (TD3.2). */
  static String retrieval(String uniqueId) {
    return Template.of("retrait").with("unique", uniqueId).text();
  }
}
