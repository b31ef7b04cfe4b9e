# language: fr
@INS @vague1
Fonctionnalité: Contrôler une identité sur un justificatif

  @REQ:INS/va1.23
  Scénario: la nature du justificatif est notée
    Étant donné une patiente qu'INSi ne connaît pas
    Quand le médecin crée son dossier et contrôle sa carte d'identité
    Alors le dossier dit que la carte d'identité a été contrôlée

  @REQ:INS/va1.26
  Scénario: la structure retire sa confiance à un justificatif
    Étant donné une patiente qu'INSi ne connaît pas
    Et un cabinet qui ne tient plus la carte d'identité pour une pièce de haute confiance
    Quand le médecin crée son dossier et contrôle sa carte d'identité
    Alors son identité reste provisoire

  @REQ:INS/va1.33
  Scénario: la validation automatique se désactive
    Étant donné une patiente qu'INSi ne connaît pas
    Et un cabinet qui a désactivé la validation automatique
    Quand le médecin crée son dossier et contrôle sa carte d'identité
    Alors son identité reste provisoire

  @REQ:INS/va1.55
  Scénario: le médecin valide lui-même une identité
    Étant donné une patiente qu'INSi ne connaît pas
    Et un cabinet où le médecin valide lui-même les identités
    Quand le médecin crée son dossier et contrôle sa carte d'identité
    Et le médecin valide lui-même l'identité
    Alors son identité est validée
