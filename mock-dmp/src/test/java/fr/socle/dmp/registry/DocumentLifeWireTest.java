package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.registry.Wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** Documents replaced, masked, archived and deleted, over the wire. */
class DocumentLifeWireTest extends DocumentsOnTheWire {
  @Test
  void aReplacedDocumentIsDeprecatedAndItsSuccessorNamesIt() throws Exception {
    Wire wire = wire(Map.of());
    Metadata metadata = new Metadata(wire.composite());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "ancien");
    String old = only(find(wire, APPROVED)).group(1);

    Reply fed =
        wire.feed(
            metadata.feeding(
                "1.2.3.4.2",
                metadata.images("Document01", "1.2.3.5.2") + Metadata.replaces("Document01", old),
                List.of("Document01")),
            Map.of("Document01@lps", "nouveau".getBytes(UTF_8)));

    assertThat(fed.text()).contains(SUCCESS);
    Reply present = find(wire, APPROVED);
    assertThat(present.text()).contains("value=\"1.2.3.5.2\"").doesNotContain("1.2.3.5.1\"");
    assertThat(find(wire, DEPRECATED).text()).contains("value=\"1.2.3.5.1\"");
    assertThat(
            wire.byCard(
                    "registry",
                    Wire.FIND,
                    Metadata.query(
                        GET_ASSOCIATIONS, "LeafClass", Metadata.slot("$uuid", quoted(old))))
                .text())
        .contains("AssociationType:RPLC\" sourceObject=\"" + only(present).group(1))
        .contains("targetObject=\"" + old);

    Reply again =
        wire.feed(
            metadata.feeding(
                "1.2.3.4.3",
                metadata.images("Document01", "1.2.3.5.3") + Metadata.replaces("Document01", old),
                List.of("Document01")),
            Map.of("Document01@lps", "encore".getBytes(UTF_8)));

    assertThat(again.text()).contains("errorCode=\"XDSReplaceFailed\"");
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"1\"");
  }

  @Test
  void aMaskedDocumentIsSeenByItsAuthorAndTheTreatingDoctorOnly() throws Exception {
    Wire wire = wire(Map.of());
    authorize(wire, Certificates.HOLDER, false);
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    Matcher entry = only(find(wire, APPROVED));
    String query = approved(wire);
    assertThat(wire.inAir("registry", Wire.FIND, query).text()).contains("totalResultCount=\"1\"");

    Reply masked = visibility(wire, "1.2.3.4.2", entry.group(2), "1", "MASQUE_PS");

    assertThat(masked.text()).contains(SUCCESS);
    assertThat(wire.inAir("registry", Wire.FIND, query).text()).contains("totalResultCount=\"0\"");
    assertThat(wire.inAir("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1")).text())
        .contains("env:DMPAccessDeniedByRightsService<");
    Reply own = find(wire, APPROVED);
    assertThat(own.text()).contains("\"MASQUE_PS\"").contains("versionName=\"2\"");
    assertThat(only(own).group(1)).isNotEqualTo(entry.group(1));
    assertThat(only(own).group(2)).isEqualTo(entry.group(2));
    authorize(wire, Certificates.HOLDER, true);
    assertThat(wire.inAir("registry", Wire.FIND, query).text()).contains("totalResultCount=\"1\"");

    assertThat(visibility(wire, "1.2.3.4.3", entry.group(2), "1").text())
        .contains("errorCode=\"XDSMetadataVersionError\"");
    assertThat(visibility(wire, "1.2.3.4.3", entry.group(2), "2").text()).contains(SUCCESS);
    assertThat(find(wire, APPROVED).text()).doesNotContain("MASQUE_PS");
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .doesNotContain("DMP-T31-1", "DMP-T31-2", "XDS-DE-01", "XDS-SS-01");
  }

  @Test
  void aDocumentIsArchivedThenDeletedByItsAuthorAlone() throws Exception {
    Wire wire = wire(Map.of());
    authorize(wire, Certificates.HOLDER, false);
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    Reply reference =
        wire.byCard(
            "registry",
            Wire.FIND,
            Metadata.query(
                GET_DOCUMENTS,
                "ObjectRef",
                Metadata.slot("$XDSDocumentEntryUniqueId", "('1.2.3.5.1')")));
    assertThat(reference.text()).doesNotContain("ExtrinsicObject");
    String uuid = reference.text().replaceAll("(?s).*<rim:ObjectRef id=\"([^\"]+)\".*", "$1");

    assertThat(wire.inAir("registry", Wire.UPDATE, status(wire, "1.2.3.4.2", uuid, DELETED)).text())
        .contains("env:DMPAccessDeniedByRightsService<");
    assertThat(update(wire, status(wire, "1.2.3.4.2", uuid, ARCHIVED))).contains(SUCCESS);
    assertThat(find(wire, ARCHIVED).text()).contains("totalResultCount=\"1\"");
    assertThat(update(wire, status(wire, "1.2.3.4.3", uuid, DELETED)))
        .contains("errorCode=\"XDSMetadataUpdateError\"");
    assertThat(update(wire, status(wire, "1.2.3.4.3", uuid, DELETED).replace(APPROVED, ARCHIVED)))
        .contains(SUCCESS);
    assertThat(find(wire, ARCHIVED).text()).contains("totalResultCount=\"0\"");
    assertThat(find(wire, DELETED).text()).contains("totalResultCount=\"1\"");
    assertThat(bench.exchanges(wire.space().id(), 0, null).exchanges())
        .extracting(Exchange::transaction)
        .contains("DMP TD3.1b", "DMP TD3.3c", "DMP TD3.3d");
  }

  @Test
  void anUnchangedDocumentSentAgainIsFoundWhenTheWindowCloses() throws Exception {
    Wire wire = wire(Map.of());
    Window window = bench.openWindow(wire.space().id(), new WindowRequest("deux fois"));
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    feed(wire, "1.2.3.4.2", "1.2.3.5.2", "document");

    assertThat(bench.closeWindow(wire.space().id(), window.id()).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("DMP-T10-1", "DMP-T33-2");
  }
}
