# language: fr
@cabinet
Fonctionnalité: Les habitudes du cabinet

  Scénario: le médecin se connecte en arrivant
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors Pro Santé Connect a donné son profil professionnel au logiciel
    Et le logiciel reconnaît le médecin
