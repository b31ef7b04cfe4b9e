# language: fr
@INS @vague1
Fonctionnalité: Recevoir une identité d'un autre domaine

  @REQ:INS/va1.13 @REQ:INS/va1.57
  Scénario: une identité qualifiée ailleurs est requalifiée ici
    Étant donné un patient connu d'INSi
    Quand le cabinet reçoit d'un autre domaine son identité qualifiée
    Alors son identité n'est pas encore qualifiée
    Quand le médecin contrôle sa carte d'identité et appelle INSi
    Alors INSi a été appelé pour la requalifier
    Et son identité est qualifiée

  @REQ:INS/va1.04
  Scénario: un contrat de confiance dispense de requalifier
    Étant donné un patient connu d'INSi
    Quand le cabinet reçoit son identité qualifiée d'un domaine lié par un contrat de confiance
    Alors son identité est qualifiée
