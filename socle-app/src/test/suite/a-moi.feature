# language: fr
@a-moi
Fonctionnalité: Les scénarios d'un éditeur

  Scénario: chez nous, un médecin se connecte
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel reconnaît le médecin
