namespace ITScoring.Web.Features.Shared;

/// <summary>One page of a long list.</summary>
public sealed class Paged<T>
{
    /// <summary>Rows of a page; longer lists are cut.</summary>
    public const int Size = 50;

    /// <param name="all">The whole list, in order.</param>
    /// <param name="number">Which page is wanted, from 1; the nearest one that there is counts.</param>
    public Paged(IReadOnlyList<T> all, int number)
    {
        Total = all.Count;
        Pages = Math.Max(1, (Total + Size - 1) / Size);
        Number = Math.Clamp(number, 1, Pages);
        Rows = [.. all.Skip((Number - 1) * Size).Take(Size)];
    }

    public IReadOnlyList<T> Rows { get; }

    /// <summary>From 1.</summary>
    public int Number { get; }

    public int Pages { get; }

    /// <summary>Rows of the whole list.</summary>
    public int Total { get; }

    /// <param name="link">Address of a page by its number.</param>
    public PageLinks Links(Func<int, string> link) => new(Number, Pages, Total, link);
}
