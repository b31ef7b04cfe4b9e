package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.registry.Wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What identifiers of before a change of visibility still tell, over the wire. */
class FormerVersionsTest extends DocumentsOnTheWire {
  private static final Pattern MEMBER =
      Pattern.compile("HasMember\" sourceObject=\"([^\"]+)\" targetObject=\"([^\"]+)\"");

  @Test
  void aMaskedDocumentIsNotLearntThroughItsFormerVersion() throws Exception {
    Wire wire = wire(Map.of());
    authorize(wire, Certificates.HOLDER, false);
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    Matcher entry = only(find(wire, APPROVED));

    assertThat(visibility(wire, "1.2.3.4.2", entry.group(2), "1", "MASQUE_PS").text())
        .contains(SUCCESS);

    assertThat(inAir(wire, GET_DOCUMENTS, "$XDSDocumentEntryEntryUUID", entry.group(1)))
        .contains("totalResultCount=\"0\"");
    String sets = sets(wire);
    assertThat(sets).contains("value=\"1.2.3.4.1\"");
    assertThat(inAir(wire, GET_ASSOCIATIONS, "$uuid", setUuid(sets, "1.2.3.4.1")))
        .contains("totalResultCount=\"0\"");
    assertThat(inAir(wire, GET_ASSOCIATIONS, "$uuid", entry.group(1)))
        .contains("totalResultCount=\"0\"");
  }

  @Test
  void aDocumentThatIsShownAgainIsFoundByTheDateOfItsSubmission() throws Exception {
    Wire wire = wire(Map.of());
    authorize(wire, Certificates.HOLDER, false);
    Metadata metadata = new Metadata(wire.composite());
    assertThat(
            wire.feed(
                    metadata.feeding(
                        "1.2.3.4.1",
                        metadata.images("Document01", "1.2.3.5.1", "MASQUE_PS"),
                        List.of("Document01")),
                    Map.of("Document01@lps", "document".getBytes(UTF_8)))
                .text())
        .contains(SUCCESS);
    Matcher entry = only(find(wire, APPROVED));
    String old = entry.group(1);

    assertThat(visibility(wire, "1.2.3.4.2", entry.group(2), "1").text()).contains(SUCCESS);

    String set = setUuid(sets(wire), "1.2.3.4.1");
    Matcher member = MEMBER.matcher(inAir(wire, GET_ASSOCIATIONS, "$uuid", set));
    assertThat(member.find()).isTrue();
    String now = only(find(wire, APPROVED)).group(1);
    assertThat(member.group(2)).isEqualTo(now).isNotEqualTo(old);
    assertThat(inAir(wire, GET_DOCUMENTS, "$XDSDocumentEntryEntryUUID", member.group(2)))
        .contains("totalResultCount=\"1\"")
        .contains("status=\"" + APPROVED);
  }

  @Test
  void aReplacementIsNamedByThePresentVersionsOfBoth() throws Exception {
    Wire wire = wire(Map.of());
    Metadata metadata = new Metadata(wire.composite());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "ancien");
    Matcher first = only(find(wire, APPROVED));
    assertThat(visibility(wire, "1.2.3.4.2", first.group(2), "1", "INVISIBLE_PATIENT").text())
        .contains(SUCCESS);
    String old = only(find(wire, APPROVED)).group(1);
    assertThat(
            wire.feed(
                    metadata.feeding(
                        "1.2.3.4.3",
                        metadata.images("Document01", "1.2.3.5.2")
                            + Metadata.replaces("Document01", old),
                        List.of("Document01")),
                    Map.of("Document01@lps", "nouveau".getBytes(UTF_8)))
                .text())
        .contains(SUCCESS);
    Matcher second = only(find(wire, APPROVED));

    assertThat(
            wire.byCard(
                    "registry",
                    Wire.UPDATE,
                    metadata.update(
                        "1.2.3.4.4",
                        metadata.entry(
                                "Document01",
                                "lid=\"" + second.group(2) + "\" status=\"" + APPROVED + "\"",
                                "1.2.3.5.2",
                                "INVISIBLE_PATIENT")
                            + Metadata.member("Document01", Metadata.slot("PreviousVersion", "1"))))
                .text())
        .contains(SUCCESS);

    String now = only(find(wire, APPROVED)).group(1);
    for (String any : List.of(now, second.group(1), old, first.group(1))) {
      assertThat(byCard(wire, GET_ASSOCIATIONS, "$uuid", any))
          .as(any)
          .contains("RPLC\" sourceObject=\"" + now + "\" targetObject=\"" + old);
    }
  }

  @Test
  void whoShowsADocumentDoesNotBecomeItsAuthor() throws Exception {
    for (String setting : List.of("ignore", "refuse")) {
      Wire wire = wire(Map.of("dmp.fiche-changee", setting));
      feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
      Matcher entry = only(find(wire, APPROVED));
      Metadata metadata = new Metadata(wire.composite());
      String stolen =
          metadata
              .update(
                  "1.2.3.4.2",
                  metadata.entry(
                          "Document01",
                          "lid=\"" + entry.group(2) + "\" status=\"" + APPROVED + "\"",
                          "1.2.3.5.1",
                          "INVISIBLE_PATIENT")
                      + Metadata.member("Document01", Metadata.slot("PreviousVersion", "1")))
              .replace(Wire.HOLDER + "^", "899990000012^");

      Reply answer = wire.byCard("registry", Wire.UPDATE, stolen);

      assertThat(answer.text())
          .contains(setting.equals("refuse") ? "errorCode=\"XDSMetadataUpdateError\"" : SUCCESS);
      assertThat(find(wire, APPROVED).text())
          .contains(Wire.HOLDER + "^")
          .doesNotContain("899990000012^");
    }
  }

  @Test
  void whatIsDeletedIsNotMaskedAndAClosedDmpSaysSoFirst() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    Matcher entry = only(find(wire, APPROVED));
    assertThat(update(wire, status(wire, "1.2.3.4.2", entry.group(1), DELETED))).contains(SUCCESS);

    assertThat(visibility(wire, "1.2.3.4.3", entry.group(2), "1", "MASQUE_PS").text())
        .contains("errorCode=\"XDSMetadataUpdateError\"")
        .contains("supprimé");
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "ferme"));
    assertThat(visibility(wire, "1.2.3.4.3", "urn:uuid:inconnu", "1").text())
        .contains("errorCode=\"DMPClosed\"");
  }

  @Test
  void tooManyIdentifiersAreRefusedBeforeAnythingIsRead() throws Exception {
    Wire wire = wire(Map.of("dmp.identifiants", "2"));
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");

    assertThat(byCard(wire, GET_DOCUMENTS, "$XDSDocumentEntryUniqueId", "1.2.3.5.1','x"))
        .contains("totalResultCount=\"1\"");
    assertThat(byCard(wire, GET_DOCUMENTS, "$XDSDocumentEntryUniqueId", "1.2.3.5.1','x','y"))
        .contains("errorCode=\"XDSTooManyResults\"");
  }

  private static String setUuid(String sets, String uniqueId) {
    for (String each : sets.split("<rim:RegistryPackage ", -1)) {
      if (each.contains("value=\"" + uniqueId + "\"")) {
        return each.replaceAll("(?s).*?id=\"(urn:uuid:[^\"]+)\".*", "$1");
      }
    }
    throw new AssertionError("no submission set " + uniqueId);
  }

  private static String inAir(Wire wire, String query, String slot, String value) throws Exception {
    return wire.inAir("registry", Wire.FIND, query(query, slot, value)).text();
  }

  private static String byCard(Wire wire, String query, String slot, String value)
      throws Exception {
    return wire.byCard("registry", Wire.FIND, query(query, slot, value)).text();
  }

  private static String sets(Wire wire) throws Exception {
    return wire.inAir(
            "registry",
            Wire.FIND,
            Metadata.query(
                FIND_SETS,
                "LeafClass",
                Metadata.slot("$XDSSubmissionSetPatientId", quoted(wire.composite())),
                Metadata.slot("$XDSSubmissionSetStatus", "('" + APPROVED + "')")))
        .text();
  }

  private static String query(String query, String slot, String value) {
    return Metadata.query(query, "LeafClass", Metadata.slot(slot, "('" + value + "')"));
  }
}
