# language: fr
@MSS @vague1
Fonctionnalité: Tenir les professionnels à jour d'après l'Annuaire Santé

  L'extraction en libre accès nomme les personnes et leurs activités. Quand elle se charge, le logiciel seul le sait : on le lui demande.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un confrère, dont le médecin ne connaît pas l'adresse MSSanté

  @REQ:ANN/va1.01
  Scénario: l'extraction des personnes et activités est chargée
    Quand le logiciel charge l'annuaire
    Alors l'extraction en libre accès a été lue

  @REQ:ANN/va1.02
  Scénario: la fiche du médecin qui emploie le logiciel suit l'annuaire
    Quand le logiciel charge l'annuaire
    Alors la fiche du médecin est celle de l'annuaire
    Quand le médecin change de nom, et que le logiciel charge l'annuaire
    Alors la fiche du médecin est celle de l'annuaire

  @REQ:ANN/va1.03
  Scénario: la fiche d'un correspondant suit l'annuaire
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Et le médecin, qui a écrit à son confrère
    Quand le logiciel charge l'annuaire
    Alors la fiche du confrère est celle de l'annuaire
    Quand le confrère change de nom, et que le logiciel charge l'annuaire
    Alors la fiche du confrère est celle de l'annuaire

  @REQ:ANN/va1.04
  Scénario: la fréquence du chargement se règle
    Quand l'administrateur règle une fréquence de chargement de l'annuaire, puis une autre
    Alors le logiciel a changé de fréquence
