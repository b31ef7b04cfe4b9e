package fr.socle.documents.codes;

import java.util.List;
import java.util.Optional;

/**
 * A national value set: the codes that may stand in one place.
 *
 * @param name name, such as {@code JDV_J02}
 * @param oid OID of the value set
 * @param revision day it was read as, {@code YYYY-MM-DD}, or that it is not known
 * @param codes codes, the retired ones left out
 */
public record ValueSet(String name, String oid, String revision, List<Coded> codes) {
  /** Copies the list. */
  public ValueSet {
    codes = List.copyOf(codes);
  }

  /** Whether it holds a code of a scheme. */
  public boolean contains(String code, String scheme) {
    return find(code, scheme).isPresent();
  }

  /** The code of a scheme, with the label of the value set. */
  public Optional<Coded> find(String code, String scheme) {
    return codes.stream()
        .filter(each -> each.code().equals(code) && each.scheme().equals(scheme))
        .findFirst();
  }

  /** The first of its codes that is so written, whatever the scheme. */
  public Optional<Coded> named(String code) {
    return codes.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  /** How a report names it. */
  public String title() {
    return name + " (" + oid + ", " + revision + ")";
  }
}
