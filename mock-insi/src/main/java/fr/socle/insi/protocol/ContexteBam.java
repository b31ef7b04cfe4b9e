package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.InsiContract.bam;

import fr.socle.bench.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Header ContexteBAM: for whom. Absent parts are null, nothing is corrected.
 *
 * @param element the header block
 * @param version attribute Version
 * @param id Id
 * @param temps Temps
 * @param emetteur Emetteur
 * @param couverture COUVERTURE
 */
public record ContexteBam(
    XmlElement element,
    @Nullable String version,
    @Nullable String id,
    @Nullable String temps,
    @Nullable String emetteur,
    @Nullable XmlElement couverture) {

  static ContexteBam read(XmlElement block) {
    return new ContexteBam(
        block,
        block.attribute("Version").orElse(null),
        block.textOf(bam("Id")).orElse(null),
        block.textOf(bam("Temps")).orElse(null),
        block.textOf(bam("Emetteur")).orElse(null),
        block.child(bam("COUVERTURE")).orElse(null));
  }
}
