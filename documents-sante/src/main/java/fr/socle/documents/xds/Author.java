package fr.socle.documents.xds;

import fr.socle.documents.hl7.Xcn;
import java.util.ArrayList;
import java.util.List;

/**
 * An author as metadata give it; values as written.
 *
 * @param institutions structures ({@code XON})
 * @param persons persons ({@code XCN}); one in a right message
 * @param roles roles
 * @param specialties professions and specialities, {@code code^label^scheme}
 */
public record Author(
    List<String> institutions, List<String> persons, List<String> roles, List<String> specialties) {
  private static final String INSTITUTION = "authorInstitution";
  private static final String PERSON = "authorPerson";
  private static final String ROLE = "authorRole";
  private static final String SPECIALTY = "authorSpecialty";

  /** Copies the lists. */
  public Author {
    institutions = List.copyOf(institutions);
    persons = List.copyOf(persons);
    roles = List.copyOf(roles);
    specialties = List.copyOf(specialties);
  }

  static Author of(Classification classification) {
    List<Slot> slots = classification.slots();
    return new Author(
        Slot.values(slots, INSTITUTION),
        Slot.values(slots, PERSON),
        Slot.values(slots, ROLE),
        Slot.values(slots, SPECIALTY));
  }

  /** Whether it names a professional or the patient, not a system or a structure alone. */
  public boolean namesSomebody() {
    return persons.stream().anyMatch(person -> Xcn.read(person).isSomebody());
  }

  List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    add(slots, INSTITUTION, institutions);
    add(slots, PERSON, persons);
    add(slots, ROLE, roles);
    add(slots, SPECIALTY, specialties);
    return slots;
  }

  private static void add(List<Slot> slots, String name, List<String> values) {
    if (!values.isEmpty()) {
      slots.add(new Slot(name, values));
    }
  }
}
