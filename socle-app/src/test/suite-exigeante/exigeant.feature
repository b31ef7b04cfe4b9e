# language: fr
@exigeant
Fonctionnalité: Ce qu'aucun logiciel ne doit faire

  Scénario: une identité qui vient d'être saisie serait qualifiée
    Étant donné une patiente qu'INSi ne connaît pas
    Quand le médecin crée son dossier
    Alors son identité est qualifiée
