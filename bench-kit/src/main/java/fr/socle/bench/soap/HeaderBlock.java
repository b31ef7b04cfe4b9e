package fr.socle.bench.soap;

import fr.socle.bench.xml.XmlElement;
import java.util.Set;

/**
 * One block of a SOAP header.
 *
 * @param element the block
 * @param version version of the envelope it stands in
 */
public record HeaderBlock(XmlElement element, SoapVersion version) {
  private static final String NEXT_11 = "http://schemas.xmlsoap.org/soap/actor/next";
  private static final Set<String> ROLES_OF_THE_RECEIVER_12 =
      Set.of(
          SoapVersion.SOAP_12.namespace() + "/role/next",
          SoapVersion.SOAP_12.namespace() + "/role/ultimateReceiver");

  /** Whether the receiver must refuse the message if it does not know this block. */
  public boolean mustUnderstand() {
    String value = element.attribute(version.name("mustUnderstand")).orElse("").strip();
    return value.equals("1") || (version == SoapVersion.SOAP_12 && value.equals("true"));
  }

  /** Whether the block is meant for the final receiver (SOAP 1.2 Part 1, 2.2). */
  public boolean isForTheReceiver() {
    boolean soap12 = version == SoapVersion.SOAP_12;
    String role = element.attribute(version.name(soap12 ? "role" : "actor")).orElse("").strip();
    return role.isEmpty()
        || (soap12 ? ROLES_OF_THE_RECEIVER_12.contains(role) : role.equals(NEXT_11));
  }
}
