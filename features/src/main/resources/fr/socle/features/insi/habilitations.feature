# language: fr
@INS @vague1
Fonctionnalité: Réserver l'INS aux personnes habilitées

  @REQ:INS/va1.32
  Scénario: qui n'y est pas habilité ne peut pas appeler INSi
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Et un utilisateur au poste, qui n'a pas le droit d'appeler INSi
    Quand l'utilisateur tente d'appeler INSi
    Alors INSi n'a reçu aucun appel de sa part

  @REQ:INS/va1.50
  Scénario: qui n'y est pas habilité ne voit pas l'INS
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Et un utilisateur au poste, qui n'a pas le droit de voir l'INS
    Quand l'utilisateur ouvre le dossier
    Alors le logiciel ne lui montre pas l'INS
