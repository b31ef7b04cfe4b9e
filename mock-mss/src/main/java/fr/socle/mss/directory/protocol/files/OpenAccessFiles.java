package fr.socle.mss.directory.protocol.files;

import fr.socle.bench.world.Address;
import fr.socle.bench.world.Exercise;
import fr.socle.bench.world.Structure;
import fr.socle.mss.directory.service.Labels;
import fr.socle.mss.directory.service.Person;
import fr.socle.mss.directory.service.Situation;
import fr.socle.mss.directory.service.Snapshot;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code PS_LibreAcces}: three files. The 48 columns of the first are in the order of 2018 (S);
 * names of columns are (K). The world has no diplomas, so that the third has its header only.
 */
final class OpenAccessFiles {
  private static final String WHO =
      "Type d'identifiant PP|Identifiant PP|Identification nationale PP|";
  private static final String WHAT =
      "Code profession|Libellé profession|Code catégorie professionnelle"
          + "|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire"
          + "|Code savoir-faire|Libellé savoir-faire";
  static final String ACTIVITIES =
      WHO
          + "Code civilité d'exercice|Libellé civilité d'exercice|Code civilité|Libellé civilité"
          + "|Nom d'exercice|Prénom d'exercice|"
          + WHAT
          + "|Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site"
          + "|Numéro FINESS site|Numéro FINESS établissement juridique"
          + "|Identifiant technique de la structure|Raison sociale site|Enseigne commerciale site"
          + "|Complément destinataire (coord. structure)"
          + "|Complément point géographique (coord. structure)|Numéro Voie (coord. structure)"
          + "|Indice répétition voie (coord. structure)|Code type de voie (coord. structure)"
          + "|Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)"
          + "|Mention distribution (coord. structure)|Bureau cedex (coord. structure)"
          + "|Code postal (coord. structure)|Code commune (coord. structure)"
          + "|Libellé commune (coord. structure)|Code pays (coord. structure)"
          + "|Libellé pays (coord. structure)|Téléphone (coord. structure)"
          + "|Téléphone 2 (coord. structure)|Télécopie (coord. structure)"
          + "|Adresse e-mail (coord. structure)|Code Département (structure)"
          + "|Libellé Département (structure)|Ancien identifiant de la structure"
          + "|Autorité d'enregistrement";
  private static final String KNOW_HOWS = WHO + "Nom d'exercice|Prénom d'exercice|" + WHAT;
  private static final String DIPLOMAS =
      WHO
          + "Nom d'exercice|Prénom d'exercice|Code type diplôme obtenu"
          + "|Libellé type diplôme obtenu|Code diplôme obtenu|Libellé diplôme obtenu"
          + "|Code type autorisation|Libellé type autorisation|Code discipline autorisation"
          + "|Libellé discipline autorisation";

  private OpenAccessFiles() {}

  /**
   * The files by name.
   *
   * @param stamp date and time in their names
   */
  static Map<String, byte[]> of(Snapshot now, String stamp) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("PS_LibreAcces_Personne_activite_" + stamp + ".txt", activities(now));
    files.put("PS_LibreAcces_SavoirFaire_" + stamp + ".txt", knowHows(now));
    files.put("PS_LibreAcces_Dipl_AutExerc_" + stamp + ".txt", new Table(DIPLOMAS).bytes());
    return files;
  }

  private static byte[] activities(Snapshot now) {
    Table table = new Table(ACTIVITIES);
    for (Situation there : now.situations()) {
      Person person = there.person();
      Exercise exercise = there.exercise();
      Structure structure = there.place().structure();
      Address address = structure.address();
      String town = address.town();
      table.row(
          person.numberType(),
          person.number(),
          person.nationalId(),
          exercise.civility(),
          Labels.civility(exercise.civility()),
          person.professional().civility(),
          Labels.civility(person.professional().civility()),
          exercise.familyName(),
          exercise.givenName(),
          exercise.profession(),
          Labels.profession(exercise.profession()),
          exercise.category(),
          Labels.category(exercise.category()),
          exercise.knowHowType(),
          exercise.knowHowType().equals("S") ? "Spécialité ordinale" : "",
          exercise.knowHow(),
          Labels.knowHow(exercise.knowHow()),
          there.activity().mode(),
          Labels.mode(there.activity().mode()),
          structure.siret(),
          structure.siren(),
          structure.finess(),
          structure.legalFiness(),
          structure.technicalId(),
          structure.businessName(),
          structure.tradeName(),
          address.addressee(),
          address.location(),
          address.streetNumber(),
          address.repetition(),
          address.streetType(),
          "",
          address.street(),
          address.mention(),
          town,
          address.postcode(),
          address.communeCode(),
          town.startsWith(address.postcode() + " ") ? town.substring(6) : town,
          address.countryCode(),
          address.countryCode().equals("99000") ? "France" : "",
          structure.phone(),
          structure.otherPhone(),
          structure.fax(),
          structure.email(),
          address.departmentCode(),
          "",
          structure.formerId(),
          there.activity().registrationAuthority());
    }
    return table.bytes();
  }

  private static byte[] knowHows(Snapshot now) {
    Table table = new Table(KNOW_HOWS);
    for (Person person : now.people()) {
      for (Exercise exercise : person.professional().exercises()) {
        if (!exercise.knowHow().isEmpty()) {
          table.row(
              person.numberType(),
              person.number(),
              person.nationalId(),
              exercise.familyName(),
              exercise.givenName(),
              exercise.profession(),
              Labels.profession(exercise.profession()),
              exercise.category(),
              Labels.category(exercise.category()),
              exercise.knowHowType(),
              exercise.knowHowType().equals("S") ? "Spécialité ordinale" : "",
              exercise.knowHow(),
              Labels.knowHow(exercise.knowHow()));
        }
      }
    }
    return table.bytes();
  }
}
