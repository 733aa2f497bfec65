using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditSeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AnonymisedAt",
                table: "Users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditDrops",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    KeepMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    DroppedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditDrops", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastId = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Digests = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PreviousHead = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Head = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditDrops_SealNumber",
                table: "AuditDrops",
                column: "SealNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_LastId",
                table: "AuditSeals",
                column: "LastId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_Number",
                table: "AuditSeals",
                column: "Number",
                unique: true);

            migrationBuilder.AllowAuditRetentionOnSqlite();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RefuseAuditRetentionOnSqlite();

            migrationBuilder.DropTable(
                name: "AuditDrops");

            migrationBuilder.DropTable(
                name: "AuditSeals");

            migrationBuilder.DropColumn(
                name: "AnonymisedAt",
                table: "Users");
        }
    }
}
