package fr.socle.documents.cda;

/**
 * An identifier of HL7 version 3 ({@code II}).
 *
 * @param root OID; empty when absent
 * @param extension number under the OID; empty when absent
 */
public record InstanceId(String root, String extension) {
  /** As metadata write it: {@code root^extension}, or the root alone. */
  public String uniqueId() {
    return extension.isEmpty() ? root : root + "^" + extension;
  }
}
