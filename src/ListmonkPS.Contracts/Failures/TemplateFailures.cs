namespace ListmonkPS;

/// <summary>Failures of the templates of confirmation mails.</summary>
internal static class TemplateFailures
{
    /// <summary>There is no such file.</summary>
    public static Failure TemplateNotFound(string path) => new(nameof(TemplateNotFound), FailureCategory.ObjectNotFound, path, path);

    /// <summary>The file is neither text nor HTML.</summary>
    public static Failure TemplateKind(string path) => new(nameof(TemplateKind), FailureCategory.InvalidArgument, path, path);

    /// <summary>The file cannot be read.</summary>
    public static Failure TemplateUnreadable(string path) => new(nameof(TemplateUnreadable), FailureCategory.ReadError, path, path);

    /// <summary>The file is not text in an encoding that can be told.</summary>
    public static Failure TemplateEncoding(string path) => new(nameof(TemplateEncoding), FailureCategory.InvalidData, path, path);

    /// <summary>The file is too large for a mail.</summary>
    public static Failure TemplateTooLarge(string path, int largest) => new(nameof(TemplateTooLarge), FailureCategory.InvalidData, path, path, largest);

    /// <summary>The template has no subject.</summary>
    public static Failure TemplateWithoutSubject(string path) => new(nameof(TemplateWithoutSubject), FailureCategory.InvalidData, path, path);

    /// <summary>A part of the template lacks the confirm link.</summary>
    public static Failure TemplateWithoutLink(string path) => new(nameof(TemplateWithoutLink), FailureCategory.InvalidData, path, path);

    /// <summary>The template names a field that there is not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="field">What stands there, made harmless.</param>
    /// <param name="line">Line of the file, from 1.</param>
    /// <param name="known">The fields that there are.</param>
    public static Failure TemplateField(string path, string field, int line, IEnumerable<string> known) =>
        new(nameof(TemplateField), FailureCategory.InvalidData, path, path, field, line, string.Join(", ", known.Select(name => "{{" + name + "}}")));
}
