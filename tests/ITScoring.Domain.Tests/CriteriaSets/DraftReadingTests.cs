using System.Text;
using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Tests.CriteriaSets;

/// <summary>A set that is still being written: all its problems, and the rest of it in use.</summary>
public sealed class DraftReadingTests
{
    [Fact]
    public void A_whole_set_is_usable_as_it_is()
    {
        var reading = CriteriaSetFile.ReadDraft(FormatFolder.Read("qb-2018.json"));

        Assert.True(reading.IsWhole);
        Assert.Equal(60, reading.Usable!.Criteria.Count);
    }

    [Fact]
    public void Without_the_items_at_fault_the_rest_can_still_be_said_in_words()
    {
        var set = Default();
        set["questions"]![0]!["type"] = "number";
        set["groups"]![0]!["criteria"]![1]!["rule"]!["kind"] = "?";
        set["groups"]![1]!["max"] = "nhiều";
        set["title"] = "";
        set["classes"]![0]!["from"] = -1;

        var reading = CriteriaSetFile.ReadDraft(Encoding.UTF8.GetBytes(set.ToJsonString()));

        Assert.False(reading.IsWhole);
        var broken = set["questions"]![0]!["code"]!.GetValue<string>();
        Assert.Null(reading.Usable!.FindQuestion(broken));
        var expected = Sets.Default.Criteria.Where((c, i) => i != 1 && Sets.Default.QuestionsOf(c).All(q => q.Code != broken && !q.AskedBecauseOf.Contains(broken))).ToList();
        Assert.Equal(expected.Select(c => c.Code), reading.Usable.Criteria.Select(c => c.Code));
        Assert.Equal(expected.Select(c => c.Rule.InWords(Sets.Default)), reading.Usable.Criteria.Select(c => c.Rule.InWords(reading.Usable)));
    }

    [Fact]
    public void Maxima_that_do_not_add_up_yet_are_told_and_take_nothing_away()
    {
        var set = Default();
        set["groups"]![0]!["criteria"]![0]!["max"] = 999;

        var reading = CriteriaSetFile.ReadDraft(Encoding.UTF8.GetBytes(set.ToJsonString()));

        Assert.Contains("Tổng điểm tối đa", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(60, reading.Usable!.Criteria.Count);
    }

    [Fact]
    public void An_empty_object_is_a_set_in_which_nothing_stands_yet()
    {
        var reading = CriteriaSetFile.ReadDraft("{}"u8);

        Assert.NotEmpty(reading.Problems);
        Assert.Empty(reading.Usable!.Questions);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    public void What_is_no_object_gives_only_its_problem(string json)
    {
        var reading = CriteriaSetFile.ReadDraft(Encoding.UTF8.GetBytes(json));

        Assert.Single(reading.Problems);
        Assert.Null(reading.Usable);
    }

    /// <summary>However a set is damaged, reading it as a draft neither throws nor loses the list of problems.</summary>
    [Fact]
    public void Any_value_of_the_set_may_be_replaced_by_anything()
    {
        var random = new Random(20181025);
        for (var i = 0; i < 150; i++)
        {
            var set = Default();
            for (var n = random.Next(1, 6); n > 0; n--)
                Damage(set, random);
            var bytes = Encoding.UTF8.GetBytes(set.ToJsonString());

            var reading = CriteriaSetFile.ReadDraft(bytes);

            Assert.Equal(CriteriaSetFile.Read(bytes).Problems, reading.Problems);
            Assert.NotNull(reading.Usable);
        }
    }

    [Theory]
    [InlineData("A + ", 4)]
    [InlineData("A +* B", 3)]
    [InlineData("A > 0", 0)]
    [InlineData("A + ZZ", 4)]
    [InlineData("A + (B > 1)", 2)]
    [InlineData("A # B", 2)]
    public void The_character_at_fault_in_an_expression_is_told(string value, int at)
    {
        var json = Sets.Json([""" "code": "A", "type": "integer" """, """ "code": "B", "type": "integer" """], [(10m, $$""" "rule": {"kind": "ratio", "value": "{{value}}"} """)]);

        var problem = Assert.Single(CriteriaSetFile.Read(Encoding.UTF8.GetBytes(json)).Problems);

        Assert.Equal(at, problem.At);
    }

    private static JsonObject Default() => JsonNode.Parse(FormatFolder.Read("qb-2018.json"))!.AsObject();

    private static void Damage(JsonObject set, Random random)
    {
        JsonNode at = set;
        while (true)
        {
            var children = at is JsonObject o ? o.Select(p => p.Value).ToList() : ((JsonArray)at).ToList();
            var place = random.Next(children.Count);
            if (children[place] is JsonObject or JsonArray && random.Next(4) > 0 && (children[place] is JsonObject x ? x.Count : ((JsonArray)children[place]!).Count) > 0)
            {
                at = children[place]!;
                continue;
            }

            JsonNode? junk = random.Next(5) switch { 0 => null, 1 => "", 2 => -1, 3 => new JsonObject(), _ => new JsonArray(true) };
            if (at is JsonObject holder)
                holder[holder.ElementAt(place).Key] = junk;
            else
                ((JsonArray)at)[place] = junk;
            return;
        }
    }
}
