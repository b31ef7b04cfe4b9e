# language: fr
@accueil
Fonctionnalité: L'accueil du cabinet

  Scénario: le médecin se connecte en arrivant
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors Pro Santé Connect a donné son profil professionnel au logiciel
    Et le logiciel reconnaît le médecin

  @REQ:INS/va1.52
  Scénario: un patient né en Corse est enregistré à l'accueil
    Étant donné un patient né en Haute-Corse, connu d'INSi
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a rendu cette identité
    Et son dossier porte l'INS et les traits rendus par INSi
