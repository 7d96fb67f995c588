using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Replies.Reading;
using ListmonkPS.Core.Mail.Replies.Rules;

namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>How much of what the rules know is general: each provider's own rules are taken away in turn, and its replies are read without them.</summary>
public sealed class ProviderRemovalTests(ITestOutputHelper output)
{
    private static readonly string[] Nobody = ["many", "provider", "milter", "shared host", "webmail host", "mail host", "forwarding service", "RFC 4954"];

    [Fact]
    public void Without_each_providers_own_rules_four_fifths_of_the_named_providers_replies_are_still_right()
    {
        CorpusReply[] named = [.. FieldCorpus.Field().Where(reply => !Nobody.Contains(reply.Provider))];
        int right = 0;
        foreach (IGrouping<string, CorpusReply> provider in named.GroupBy(reply => reply.Provider))
        {
            // "GMX / IONOS" and "Gmail, many" name several: the rules of each go.
            RuleBook rules = provider.Key.Split(['/', ','], StringSplitOptions.TrimEntries).Aggregate(RuleBook.Shipped, (book, name) => book.Without(name));
            ReplyClassifier classifier = new(rules);
            foreach (CorpusReply reply in provider)
            {
                SmtpReply read = classifier.Classify(reply.Bare);
                if (read.Class == reply.Class && read.CanRetry == reply.Retry)
                    right++;
                else
                    output.WriteLine($"{reply} -> {read.Class} {read.CanRetry} {read.Confidence}");
            }
        }

        double share = 100.0 * right / named.Length;
        output.WriteLine($"{right} of {named.Length} right ({share:F1} %) with the provider's own rules removed; {RuleBook.Shipped.Rules.Count} rules, own ones of {RuleBook.Shipped.Providers.Count} providers");
        Assert.True(share >= 80, $"{share:F1} %");
    }

    /// <summary>
    /// The stricter question: words of general rules, too, are taken away where nobody but this provider is known to say them, in all replies that we have.
    /// </summary>
    [Fact]
    public void Without_the_words_that_only_this_provider_is_known_to_say_three_fifths_are_still_right()
    {
        (ReadReply Reply, string[] Sayers)[] all = [.. FieldCorpus.Field().Concat(FieldCorpus.Own()).Select(reply => (ReplyReader.Read(reply.Bare), reply.Provider.Split(['/', ','], StringSplitOptions.TrimEntries)))];
        (ReplyRule Rule, HashSet<string> Sayers)[] words = [.. RuleBook.Shipped.Rules.SelectMany(rule => WordsOf(rule, all))];
        CorpusReply[] named = [.. FieldCorpus.Field().Where(reply => !Nobody.Contains(reply.Provider))];
        int right = 0;
        foreach (IGrouping<string, CorpusReply> provider in named.GroupBy(reply => reply.Provider))
        {
            string[] names = provider.Key.Split(['/', ','], StringSplitOptions.TrimEntries);
            ReplyClassifier classifier = new(new RuleBook(words
                .Where(word => !names.Contains(word.Rule.Provider) && (word.Sayers.Count == 0 || word.Rule.Any.Length == 0 || !word.Sayers.IsSubsetOf(names)))
                .Select(word => word.Rule)));
            foreach (CorpusReply reply in provider)
            {
                SmtpReply read = classifier.Classify(reply.Bare);
                if (read.Class == reply.Class && read.CanRetry == reply.Retry)
                    right++;
                else
                    output.WriteLine($"{reply} -> {read.Class} {read.CanRetry} {read.Confidence}");
            }
        }

        double share = 100.0 * right / named.Length;
        output.WriteLine($"{right} of {named.Length} right ({share:F1} %) with every word removed that only the provider is known to say");
        Assert.True(share >= 60, $"{share:F1} %");
    }

    /// <summary>Each word of a rule with who says it: nobody says it whose reply the whole rule does not fit.</summary>
    private static IEnumerable<(ReplyRule Rule, HashSet<string> Sayers)> WordsOf(ReplyRule rule, (ReadReply Reply, string[] Sayers)[] all)
    {
        (ReadReply Reply, string[] Sayers)[] fitting = [.. all.Where(one => rule.Fits(one.Reply, null))];
        return WordByWord(rule).Select(word => (word, Sayers(word, fitting)));
    }

    private static IEnumerable<ReplyRule> WordByWord(ReplyRule rule) => rule.Any.Length == 0
        ? [rule]
        : rule.Any.SelectMany(Alternatives).Select(word => rule with { Any = [word] });

    /// <summary>"a|b*c" as "a*c" and "b*c".</summary>
    private static IEnumerable<string> Alternatives(string pattern) => pattern.Split('*').Aggregate(
        (IEnumerable<string>)[""],
        (done, step) => done.SelectMany(before => step.Split('|').Select(phrase => before.Length == 0 ? phrase : before + "*" + phrase)));

    private static HashSet<string> Sayers(ReplyRule rule, (ReadReply Reply, string[] Sayers)[] all) =>
        [.. all.Where(one => rule.Fits(one.Reply, null)).SelectMany(one => one.Sayers)];

    [Fact]
    public void Taking_a_providers_rules_away_takes_only_those()
    {
        Assert.All(RuleBook.Shipped.Providers, provider =>
        {
            RuleBook without = RuleBook.Shipped.Without(provider);
            Assert.True(without.Rules.Count < RuleBook.Shipped.Rules.Count);
            Assert.DoesNotContain(provider, without.Providers);
            Assert.Equal(RuleBook.Shipped.Providers.Count - 1, without.Providers.Count);
        });
    }
}
