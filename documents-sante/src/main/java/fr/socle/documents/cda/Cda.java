package fr.socle.documents.cda;

import fr.socle.bench.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Short ways into elements of CDA. */
final class Cda {
  static final String NAMESPACE = "urn:hl7-org:v3";

  private Cda() {}

  static QName name(String local) {
    return new QName(NAMESPACE, local);
  }

  /** Elements at the end of a path such as {@code recordTarget/patientRole/id}. */
  static List<XmlElement> all(XmlElement from, String path) {
    List<XmlElement> here = List.of(from);
    for (String step : path.split("/", -1)) {
      here = here.stream().flatMap(each -> each.children(name(step)).stream()).toList();
    }
    return here;
  }

  static Optional<XmlElement> first(XmlElement from, String path) {
    return all(from, path).stream().findFirst();
  }

  static String attribute(XmlElement element, String name) {
    return element.attribute(name).orElse("");
  }

  /** An attribute of the first element at the end of a path; empty without one. */
  static String attribute(XmlElement from, String path, String name) {
    return first(from, path).map(each -> attribute(each, name)).orElse("");
  }

  static InstanceId id(XmlElement element) {
    return new InstanceId(attribute(element, "root"), attribute(element, "extension"));
  }

  /** Whether a value is there: an element without nullFlavor. */
  static boolean given(XmlElement element) {
    return element.attribute("nullFlavor").isEmpty();
  }
}
