namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>The opt-in mail can be made from its template: a file in --static-dir that lacks the template or has a fault in it stops every mail (5.6).</summary>
internal sealed class TemplateBrokenCheck() : LogCheck("log.template", LogClass.Template, OptInStage.Composing, OptInEffect.StopsAll, isSymptom: false);
