package fr.socle.mss.directory.protocol.files;

import fr.socle.bench.world.Address;
import fr.socle.bench.world.Exercise;
import fr.socle.mss.directory.service.DirectoryMailbox;
import fr.socle.mss.directory.service.Labels;
import fr.socle.mss.directory.service.MailboxKind;
import fr.socle.mss.directory.service.Person;
import fr.socle.mss.directory.service.Place;
import fr.socle.mss.directory.service.Situation;
import fr.socle.mss.directory.service.Snapshot;
import java.util.stream.Stream;

/**
 * {@code Extraction_Correspondance_MSSante}: 31 columns, mailboxes PER and ORG only; an address can
 * stand on several lines (mssante.md 3.3 (S)).
 */
final class CorrespondenceFile {
  static final String HEADER =
      "Type de BAL|Adresse BAL|Type Identifiant PP|Identifiant PP|Identification nationale PP"
          + "|Type identifiant structure|Identification Structure|Service de rattachement"
          + "|Civilité d'exercice|Nom d'exercice|Prénom d'exercice|Catégorie profession"
          + "|Libellé de catégorie profession|Code Profession|Libellé Profession|Code savoir-faire"
          + "|Libellé savoir-faire|Dématérialisation|Raison Sociale structure BAL"
          + "|Enseigne commerciale structure BAL|L2COMPLEMENTLOCALISATION"
          + "|L3COMPLEMENTDISTRIBUTION|L4NUMEROVOIE|L4COMPLEMENTNUMEROVOIE|NL4TYPEVOIE"
          + "|L4LIBELLEVOIE|L5LIEUDITMENTION|L6LIGNEACHEMINEMENT|Code postal|Département|Pays";

  private static final String[] NO_PERSON = {"", "", ""};
  private static final String[] NO_EXERCISE = {"", "", "", "", "", "", "", "", ""};
  private static final String[] NO_PLACE = {"", "", ""};
  private static final String[] NO_ADDRESS = {"", "", "", "", "", "", "", "", "", "", "", "", ""};

  private CorrespondenceFile() {}

  static byte[] of(Snapshot now) {
    Table table = new Table(HEADER);
    for (Person person : now.people()) {
      for (DirectoryMailbox mailbox : person.mailboxes()) {
        if (person.professional().exercises().isEmpty()) {
          write(table, mailbox, person(person), NO_PLACE, NO_EXERCISE, NO_ADDRESS);
        }
        for (Exercise exercise : person.professional().exercises()) {
          write(table, mailbox, person(person), NO_PLACE, exercise(exercise), NO_ADDRESS);
        }
      }
    }
    for (Situation there : now.situations()) {
      for (DirectoryMailbox mailbox : there.mailboxes()) {
        write(
            table,
            mailbox,
            person(there.person()),
            place(there.place(), mailbox),
            exercise(there.exercise()),
            address(there.place()));
      }
    }
    for (Place place : now.places()) {
      for (DirectoryMailbox mailbox : place.mailboxes()) {
        write(table, mailbox, NO_PERSON, place(place, mailbox), NO_EXERCISE, address(place));
      }
    }
    return table.bytes();
  }

  private static void write(
      Table table,
      DirectoryMailbox mailbox,
      String[] person,
      String[] place,
      String[] exercise,
      String[] address) {
    if (mailbox.kind() == MailboxKind.PER || mailbox.kind() == MailboxKind.ORG) {
      table.row(
          Stream.of(
                  new String[] {mailbox.kind().name(), mailbox.address()},
                  person,
                  place,
                  exercise,
                  new String[] {mailbox.publication().paperless() ? "O" : "N"},
                  address)
              .flatMap(Stream::of)
              .toArray(String[]::new));
    }
  }

  private static String[] person(Person person) {
    return new String[] {person.numberType(), person.number(), person.nationalId()};
  }

  private static String[] place(Place place, DirectoryMailbox mailbox) {
    return new String[] {
      Labels.structureType(place.nationalId()),
      place.nationalId().isEmpty() ? "" : place.nationalId().substring(1),
      mailbox.publication().department()
    };
  }

  private static String[] exercise(Exercise exercise) {
    return new String[] {
      exercise.civility(),
      exercise.familyName(),
      exercise.givenName(),
      exercise.category(),
      Labels.category(exercise.category()),
      exercise.profession(),
      Labels.profession(exercise.profession()),
      exercise.knowHow(),
      Labels.knowHow(exercise.knowHow())
    };
  }

  private static String[] address(Place place) {
    Address address = place.structure().address();
    return new String[] {
      place.structure().businessName(),
      place.structure().tradeName(),
      address.location(),
      address.addressee(),
      address.streetNumber(),
      address.repetition(),
      address.streetType(),
      address.street(),
      address.mention(),
      address.town(),
      address.postcode(),
      address.departmentCode(),
      address.countryCode()
    };
  }
}
