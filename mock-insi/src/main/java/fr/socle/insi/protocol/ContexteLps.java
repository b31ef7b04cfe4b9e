package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.InsiContract.lps;

import fr.socle.bench.xml.XmlElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Header ContexteLPS: who calls. Absent parts are null, nothing is corrected.
 *
 * @param element the header block
 * @param version attribute Version
 * @param id Id
 * @param temps Temps
 * @param emetteur Emetteur
 * @param idam LPS/IDAM
 * @param idamR attribute R of LPS/IDAM
 * @param softwareVersion LPS/Version
 * @param instance LPS/Instance
 * @param nom LPS/Nom
 */
public record ContexteLps(
    XmlElement element,
    @Nullable String version,
    @Nullable String id,
    @Nullable String temps,
    @Nullable String emetteur,
    @Nullable String idam,
    @Nullable String idamR,
    @Nullable String softwareVersion,
    @Nullable String instance,
    @Nullable String nom) {

  static ContexteLps read(XmlElement block) {
    Optional<XmlElement> software = block.child(lps("LPS"));
    Optional<XmlElement> idam = software.flatMap(each -> each.child(lps("IDAM")));
    return new ContexteLps(
        block,
        block.attribute("Version").orElse(null),
        block.textOf(lps("Id")).orElse(null),
        block.textOf(lps("Temps")).orElse(null),
        block.textOf(lps("Emetteur")).orElse(null),
        idam.map(XmlElement::text).orElse(null),
        idam.flatMap(each -> each.attribute("R")).orElse(null),
        software.flatMap(each -> each.textOf(lps("Version"))).orElse(null),
        software.flatMap(each -> each.textOf(lps("Instance"))).orElse(null),
        software.flatMap(each -> each.textOf(lps("Nom"))).orElse(null));
  }
}
