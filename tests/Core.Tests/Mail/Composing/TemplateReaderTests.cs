using System.Text;
using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Tests.Architecture;

namespace ListmonkPS.Core.Tests.Mail.Composing;

public sealed class TemplateReaderTests : IDisposable
{
    private const string Good = "Subject: Hello {{FirstName}}\n\nOpen {{ConfirmUri}}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("template").FullName;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_text_file_has_its_subject_in_the_first_line()
    {
        MailTemplate template = await TemplateReader.ReadAsync(Write("a.txt", Good.ReplaceLineEndings("\r\n")), Test);
        Dictionary<string, string> values = TemplateFields.All.ToDictionary(field => field, field => "<" + field + ">");
        Assert.Equal("Hello <FirstName>", template.Subject.Fill(values, value => value));
        Assert.Equal("Open <ConfirmUri>\n", template.Text!.Fill(values, value => value));
        Assert.Null(template.Html);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public async Task Two_files_of_one_name_are_the_two_parts_whichever_is_named(string named)
    {
        Write("a.txt", Good);
        Write("a.html", "<title>Not used</title><a href='{{ confirmuri }}'>x</a>");
        MailTemplate template = await TemplateReader.ReadAsync(Path.Combine(_folder, named), Test);
        Assert.True(template.Html!.Has(TemplateFields.ConfirmUri));
        Assert.True(template.Text!.Has(TemplateFields.ConfirmUri));
        Assert.True(template.Subject.Has(TemplateFields.FirstName));
    }

    [Fact]
    public async Task An_HTML_file_alone_takes_its_title_as_the_subject()
    {
        MailTemplate template = await TemplateReader.ReadAsync(Write("a.htm", "<html><TITLE lang=en>One &amp;\n two</TITLE>{{ConfirmUri}}"), Test);
        Assert.Equal("One & two", template.Subject.Fill(new Dictionary<string, string>(), value => value));
        Assert.Null(template.Text);
    }

    [Fact]
    public async Task The_example_of_an_apology_is_a_template_of_both_parts()
    {
        MailTemplate template = await TemplateReader.ReadAsync(Path.Combine(RepositoryFolder.Path, "examples", "templates", "apology.txt"), Test);
        Assert.True(template.Subject.Has(TemplateFields.SiteName));
        Assert.All([template.Text, template.Html], part => Assert.True(part!.Has(TemplateFields.UnsubscribeUri)));
    }

    [Theory]
    [InlineData("a.txt", "Subject: x\n\nno link", "TemplateWithoutLink")]
    [InlineData("a.html", "<title>x</title>no link", "TemplateWithoutLink")]
    [InlineData("a.txt", "Open {{ConfirmUri}}", "TemplateWithoutSubject")]
    [InlineData("a.txt", "Subject:  \n\n{{ConfirmUri}}", "TemplateWithoutSubject")]
    [InlineData("a.txt", "Subject: x\nno empty line\n{{ConfirmUri}}", "TemplateWithoutSubject")]
    [InlineData("a.html", "<title> </title>{{ConfirmUri}}", "TemplateWithoutSubject")]
    [InlineData("a.html", "{{ConfirmUri}}", "TemplateWithoutSubject")]
    [InlineData("a.txt", "Subject: x\n\n{{ConfirmUri}}\n{{ .OptinURL }}", "TemplateField")]
    [InlineData("a.txt", "Subject: {{Password}}\n\n{{ConfirmUri}}", "TemplateField")]
    [InlineData("a.txt", "Subject: x\n\n{{ConfirmUri}}\nHello {{Name, welcome", "TemplateField")]
    [InlineData("a.txt", "Subject: x\n\n{{ConfirmUri}}\n{{{Name}}}", "TemplateField")]
    [InlineData("a.txt", "Subject: x\n\n{{ConfirmUri}}\n{{}}", "TemplateField")]
    [InlineData("a.html", "<title>Dear {{Nmae}}</title>{{ConfirmUri}}", "TemplateField")]
    [InlineData("a.docx", "x", "TemplateKind")]
    public async Task What_would_make_no_mail_that_confirms_is_refused(string name, string text, string id)
    {
        string path = Write(name, text);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => TemplateReader.ReadAsync(path, Test));
        Assert.Equal(id, exception.Failure.Id);
        Assert.Contains(name, exception.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_none_is_named_with_its_line_and_the_fields_that_there_are()
    {
        string path = Write("a.txt", "Subject: x\n\n{{ConfirmUri}}\n\n{{ .OptinURL }}");
        Failure failure = (await Assert.ThrowsAsync<FailureException>(() => TemplateReader.ReadAsync(path, Test))).Failure;
        Assert.Contains("{{ .OptinURL }} in line 5", failure.Message, StringComparison.Ordinal);
        Assert.Contains("{{UnsubscribeUri}}", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_in_the_file_beside_it_is_told_of_with_that_file_and_its_line()
    {
        string path = Write("a.txt", Good);
        Write("a.html", "<p>\r\n<a href='{{ConfirmUri}}'>x</a>\r\n{{Nmae}}");
        Failure failure = (await Assert.ThrowsAsync<FailureException>(() => TemplateReader.ReadAsync(path, Test))).Failure;
        Assert.Contains("a.html' names {{Nmae}} in line 3", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Braces_of_a_style_sheet_are_no_fields()
    {
        string path = Write("a.html", "<title>x</title><style>@media print{a{color:red}}</style>{{ConfirmUri}}");
        Assert.Contains("@media print{a{color:red}}", (await TemplateReader.ReadAsync(path, Test)).Html!.Fill(new Dictionary<string, string> { ["ConfirmUri"] = "u" }, value => value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public async Task Text_is_read_in_each_encoding_that_can_be_told(string name, bool hasMark)
    {
        string path = Path.Combine(_folder, "a.txt");
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes("Subject: Gr\u00FC\u00DFe \U0001F600\r\n\r\n\u00C4{{ConfirmUri}}\r\n");
        await File.WriteAllBytesAsync(path, [.. hasMark ? encoding.GetPreamble() : [], .. text], Test);
        MailTemplate template = await TemplateReader.ReadAsync(path, Test);
        Assert.Equal("Gr\u00FC\u00DFe \U0001F600", template.Subject.Fill(new Dictionary<string, string>(), value => value));
        Assert.Equal("\u00C4u\n", template.Text!.Fill(new Dictionary<string, string> { ["ConfirmUri"] = "u" }, value => value));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public async Task Text_in_another_one_is_refused_before_people_read_it(string name)
    {
        string path = Path.Combine(_folder, "a.txt");
        await File.WriteAllBytesAsync(path, Encoding.GetEncoding(name).GetBytes("Subject: Gr\u00FC\u00DFe\n\n{{ConfirmUri}}\n"), Test);
        Assert.Equal("TemplateEncoding", (await Assert.ThrowsAsync<FailureException>(() => TemplateReader.ReadAsync(path, Test))).Failure.Id);
    }

    [Fact]
    public async Task Line_ends_of_any_kind_make_the_same_template()
    {
        string path = Write("a.txt", Good);
        string first = (await TemplateReader.ReadAsync(path, Test)).Hash;
        foreach (string end in (string[])["\r\n", "\r"])
        {
            Write("a.txt", Good.ReplaceLineEndings(end));
            Assert.Equal(first, (await TemplateReader.ReadAsync(path, Test)).Hash);
        }
    }

    [Fact]
    public async Task A_part_beside_it_without_the_link_is_refused_too_and_so_are_files_that_are_missing_or_too_large()
    {
        Write("a.txt", Good);
        string html = Write("a.html", "<p>nothing to open</p>");
        Assert.Equal("TemplateWithoutLink", (await Assert.ThrowsAsync<FailureException>(() => TemplateReader.ReadAsync(html, Test))).Failure.Id);
        string large = Write("b.txt", Good + new string('x', 1 << 20));
        Assert.Equal("TemplateTooLarge", (await Assert.ThrowsAsync<FailureException>(() => TemplateReader.ReadAsync(large, Test))).Failure.Id);
        Assert.Equal("TemplateNotFound", (await Assert.ThrowsAsync<FailureException>(() => TemplateReader.ReadAsync(Path.Combine(_folder, "c.txt"), Test))).Failure.Id);
    }

    [Fact]
    public async Task Another_text_has_another_hash_and_the_same_text_the_same()
    {
        string path = Write("a.txt", Good);
        string first = (await TemplateReader.ReadAsync(path, Test)).Hash;
        Assert.Equal(first, (await TemplateReader.ReadAsync(path, Test)).Hash);
        Write("a.html", "{{ConfirmUri}}");
        Assert.NotEqual(first, (await TemplateReader.ReadAsync(path, Test)).Hash);
        Assert.NotEqual(first, TemplateReader.Shipped().Hash);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
