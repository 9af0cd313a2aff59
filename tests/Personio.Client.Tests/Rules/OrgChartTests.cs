using Personio.Models;

namespace Personio.Client.Tests.Rules;

public sealed class OrgChartTests
{
    /// <summary>Persons as id, name and supervisor, and the lines of the chart with their findings.</summary>
    public static TheoryData<string, string, string[]> Charts => new()
    {
        { "nobody", "", [] },
        {
            "a tree, siblings by name, whatever the order",
            "3 Cem 2, 5 Eva 1, 4 Dora 2, 2 Ben 1, 1 Ada -",
            ["0 Ada 2/4", "1 ├─ Ben 2/2", "2 │  ├─ Cem 0/0", "2 │  └─ Dora 0/0", "1 └─ Eva 0/0"]
        },
        {
            "the last of siblings leads",
            "1 Ada -, 2 Ben 1, 3 Cem 2",
            ["0 Ada 1/2", "1 └─ Ben 1/1", "2    └─ Cem 0/0"]
        },
        {
            "several tops, one of them without the supervisor",
            "1 Ada -, 2 Ben 99, 3 Cem 2",
            ["0 Ada 0/0", "0 Ben 1/1 SupervisorMissing", "1 └─ Cem 0/0"]
        },
        {
            "a cycle, of which the first by name stands at the top",
            "1 Zoe 3, 2 Ben 1, 3 Cem 2, 4 Dora 3",
            ["0 Ben 1/3 Cycle", "1 └─ Cem 2/2 Cycle", "2    ├─ Dora 0/0", "2    └─ Zoe 1/0 Cycle"]
        },
        { "somebody who supervises themselves", "1 Ada 1", ["0 Ada 1/0 Cycle"] },
        { "somebody who comes twice", "1 Ada -, 2 Ben 1, 2 Ben 1", ["0 Ada 1/1", "1 └─ Ben 0/0"] },
        { "somebody without a name", "1 Ada -, 2  1", ["0 Ada 1/1", "1 └─ 2 0/0"] },
    };

    [Theory]
    [MemberData(nameof(Charts))]
    public void Persons_are_listed_below_their_supervisors(string kind, string persons, string[] lines)
    {
        string[] found =
        [
            .. new OrgChart(Persons(persons)).Arrange()
                .Select(person => $"{person.Depth} {person.ToTreeLine()} {person.DirectReports}/{person.AllReports} "
                    + $"{person.Finding}")
                .Select(line => line.TrimEnd()),
        ];

        Assert.True(lines.SequenceEqual(found), $"{kind}: {string.Join("; ", found)}");
    }

    [Fact]
    public void A_root_is_at_the_top_of_its_own_part()
    {
        IReadOnlyList<OrgChartEntry> chart =
            new OrgChart(Persons("1 Ada -, 2 Ben 1, 3 Cem 2, 4 Dora 1")).Arrange("2");

        Assert.Equal(["Ben", "└─ Cem"], chart.Select(person => person.ToTreeLine()));
        Assert.Equal(["Ben", "Ben/Cem"], chart.Select(person => person.Path));
        Assert.Equal([0, 1], chart.Select(person => person.Depth));
        Assert.Equal(["Ada", "Ben"], chart.Select(person => person.SupervisorName));
    }

    [Fact]
    public void A_long_chain_of_supervisors_ends()
    {
        IEnumerable<OrgChartEntry> chain = Enumerable.Range(1, 2000).Select(i => new OrgChartEntry
        {
            PersonId = $"{i}", PersonName = "N", SupervisorId = i == 1 ? null : $"{i - 1}",
        });

        IReadOnlyList<OrgChartEntry> chart = new OrgChart(chain).Arrange();

        Assert.Equal(1999, chart[0].AllReports);
        Assert.Equal(1999, chart[^1].Depth);
    }

    [Fact]
    public void A_diagram_has_names_as_text()
    {
        string text = OrgChartDiagram.ToMermaid(new OrgChart(Persons("1 Ä\"];🎈 -, 2 click 1")).Arrange());

        Assert.Equal(
            "graph TD\n  p1[\"Ä#34;#93;#59;#127880;\"]\n  p2[\"click\"]\n  p1 --> p2\n", text);
    }

    [Theory]
    [InlineData("end")]
    [InlineData("1[x]")]
    [InlineData("4100\n")]
    [InlineData("٤١٠٠")]
    public void An_id_that_is_not_a_number_is_refused(string id)
    {
        PersonioException refusal = Assert.Throws<PersonioException>(
            () => OrgChartDiagram.ToMermaid([new OrgChartEntry { PersonId = id, PersonName = "Ada" }]));

        Assert.Equal(ErrorKind.InvalidRequest, refusal.Kind);
        Assert.Contains(PlainText.OneLine(id), refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<OrgChartEntry> Persons(string persons) => persons
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(person => person.Split(' '))
        .Select(part => new OrgChartEntry
        {
            PersonId = part[0],
            PersonName = part[1].Length > 0 ? part[1] : null,
            SupervisorId = part[2] == "-" ? null : part[2],
        });
}
