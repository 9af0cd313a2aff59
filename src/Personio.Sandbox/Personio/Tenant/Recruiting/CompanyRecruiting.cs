namespace Personio.Sandbox.Tenant;

/// <summary>What a company has in recruiting.</summary>
internal sealed class CompanyRecruiting
{
    public Table<RecruitingCategoryRow> Categories { get; } = new();

    public Table<RecruitingJobRow> Jobs { get; } = new();

    public Table<CandidateRow> Candidates { get; } = new();

    public Table<ApplicationRow> Applications { get; } = new();

    /// <summary>What the career page shows.</summary>
    public IReadOnlyList<JobPostingRow> Postings { get; init; } = [];
}
