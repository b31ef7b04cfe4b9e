package exemple;

import java.util.List;

/**
 * Un dossier de patient.
 *
 * @param statut statut de l'identité, comme le contrat des pilotes le nomme
 * @param ins null tant qu'INSi ne l'a pas rendue
 */
record Dossier(String numero, Traits traits, String statut, Ins ins) {

  /** Les cinq traits sans lesquels aucun dossier ne se crée, et tous les prénoms. */
  record Traits(
      String nomNaissance,
      List<String> prenoms,
      String sexe,
      String dateNaissance,
      String lieuNaissance) {}

  /** L'identité nationale de santé. */
  record Ins(String matricule, String cle, String oid) {}

  /** La pièce d'identité est contrôlée. */
  Dossier controle() {
    return new Dossier(numero, traits, ins == null ? "validee" : "qualifiee", ins);
  }

  /** INSi a rendu cette identité. */
  Dossier avec(Insi.Identite rendue) {
    boolean controle = statut.equals("validee") || statut.equals("qualifiee");
    return new Dossier(
        numero, rendue.traits(), controle ? "qualifiee" : "recuperee", rendue.ins());
  }
}
