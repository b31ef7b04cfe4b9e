package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import fr.socle.documents.xds.DocumentEntry;
import java.util.List;
import java.util.stream.Stream;

/** Whose document it is: dmp.md 5.3, conditions 6, 8 and 9 (S:526), and 5.4 (S:DEVBOX). */
public final class Ownership {
  private Ownership() {}

  /** Whether the caller is an author of a document; an employee or a software, its structure. */
  static boolean isAuthor(DocumentEntry entry, DmpCaller caller) {
    return caller.bySomebody()
        ? persons(entry).anyMatch(caller.nationalId()::equals)
        : ofStructure(entry, caller);
  }

  /** Whether the caller may submit a document: EX_2.1-1140. */
  public static boolean maySubmit(DocumentEntry entry, DmpCaller caller) {
    boolean direct = caller.mode() == AuthenticationMode.DIRECTE && caller.bySomebody();
    return direct
        ? Stream.concat(persons(entry), entry.legalAuthenticator().stream().map(Ownership::person))
            .anyMatch(caller.nationalId()::equals)
        : ofStructure(entry, caller);
  }

  /**
   * Whether the authors have a family name and a given name: dmp.md 1.8 (S:617, RG_2230). A system
   * beside a person may have none (3.3); alone, it stands for one.
   */
  public static boolean authorsAreNamed(DocumentEntry entry) {
    List<Xcn> all =
        entry.authors().stream()
            .flatMap(author -> author.persons().stream())
            .map(Xcn::read)
            .toList();
    List<Xcn> people = all.stream().filter(Xcn::isSomebody).toList();
    return people.isEmpty()
        ? all.isEmpty() || all.stream().anyMatch(Ownership::isNamed)
        : people.stream().allMatch(Ownership::isNamed);
  }

  private static boolean isNamed(Xcn person) {
    return !person.family().isBlank() && !person.given().isBlank();
  }

  private static boolean ofStructure(DocumentEntry entry, DmpCaller caller) {
    return entry.authors().stream()
        .flatMap(author -> author.institutions().stream())
        .map(institution -> Xon.read(institution).id())
        .anyMatch(caller.structure()::equals);
  }

  private static Stream<String> persons(DocumentEntry entry) {
    return entry.authors().stream()
        .flatMap(author -> author.persons().stream())
        .map(Ownership::person);
  }

  private static String person(String xcn) {
    return Xcn.read(xcn).id();
  }
}
