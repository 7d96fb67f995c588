using ListmonkPS.Core.Mail.Replies;

namespace ListmonkPS.Core.Tests.Mail.Replies;

public sealed class ReplyCorpusTests(ITestOutputHelper output)
{
    private readonly ReplyClassifier _classifier = new();

    [Fact]
    public void Every_reply_of_the_field_is_right_in_every_shape()
    {
        Judge(FieldCorpus.Field());
    }

    [Fact]
    public void Every_own_case_is_right_in_every_shape()
    {
        Judge(FieldCorpus.Own());
    }

    [Theory]
    [InlineData("log-in")]
    [InlineData("sender")]
    [InlineData("volume")]
    [InlineData("recipient")]
    [InlineData("trust")]
    [InlineData("names-accounts-servers")]
    [InlineData("second")]
    [InlineData("third")]
    [InlineData("fourth")]
    public void Every_reply_of_our_collections_is_right_in_every_shape(string collection)
    {
        Judge(ReplyFiles.Of(collection));
    }

    private void Judge(IReadOnlyList<CorpusReply> replies)
    {
        List<string> wrong = [];
        int bare = 0;
        foreach (CorpusReply reply in replies)
        {
            foreach ((string shape, string text) in ReplyShape.All(reply))
            {
                SmtpReply read = _classifier.Classify(text);
                // An unknown reply may be guessed by its code, but never with more than low confidence.
                bool isClass = reply.Class == SmtpReplyClass.Unknown ? read.Confidence == ReplyConfidence.Low : read.Class == reply.Class;
                if (isClass && (reply.Retry is null || read.CanRetry == reply.Retry) && read.ReplyCode == reply.Code)
                    continue;
                bare += shape == "bare" ? 1 : 0;
                wrong.Add($"{shape}: {reply} -> {read.Class} {read.CanRetry} {read.ReplyCode} {read.Confidence}, wanted {reply.Class} {reply.Retry} {reply.Code}");
            }
        }

        output.WriteLine($"{replies.Count - bare} of {replies.Count} right as they are");
        foreach (string line in wrong)
            output.WriteLine(line);
        Assert.Empty(wrong);
    }
}
