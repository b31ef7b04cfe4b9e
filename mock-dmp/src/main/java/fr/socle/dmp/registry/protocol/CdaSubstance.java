package fr.socle.dmp.registry.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.documents.cda.CdaDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * What a CDA says, leaving aside what changes when the same text is validated once more: its
 * identifier, its version and what it replaces, its date and those of its signatures (dmp.md 5.6
 * bis, EX_GEN-1060: an unchanged document).
 */
final class CdaSubstance {
  private static final Set<String> OF_A_VERSION =
      Set.of("id", "versionNumber", "effectiveTime", "relatedDocument");
  private static final Set<String> SIGNERS = Set.of("author", "legalAuthenticator");

  private final MessageDigest digest;

  private CdaSubstance(MessageDigest digest) {
    this.digest = digest;
  }

  /** A digest of what is left, hexadecimal. */
  static String of(CdaDocument document) {
    try {
      CdaSubstance substance = new CdaSubstance(MessageDigest.getInstance("SHA-256"));
      substance.children(
          document.root().dom(), child -> !OF_A_VERSION.contains(child.getLocalName()));
      return HexFormat.of().formatHex(substance.digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void children(Node parent, Predicate<Node> counts) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE && counts.test(child)) {
        element(child, parent);
      } else if (child instanceof Text text && !text.getData().isBlank()) {
        part(text.getData().strip());
      }
    }
  }

  private void element(Node element, Node parent) {
    part("<" + element.getLocalName());
    Map<String, String> attributes = new TreeMap<>();
    NamedNodeMap written = element.getAttributes();
    for (int i = 0; i < written.getLength(); i++) {
      Node one = written.item(i);
      attributes.put(one.getNodeName(), one.getNodeValue());
    }
    attributes.forEach((name, value) -> part(name + "=" + value));
    boolean signer =
        SIGNERS.contains(element.getLocalName())
            && "ClinicalDocument".equals(parent.getLocalName());
    children(element, child -> !(signer && "time".equals(child.getLocalName())));
    part(">");
  }

  private void part(String text) {
    digest.update(text.getBytes(UTF_8));
    digest.update((byte) 0);
  }
}
